package ai.igent.maestro.audit.trail;

import java.util.HashMap;
import java.util.Map;

/** A condition of a query with the parameters it names. The text is ours; whatever somebody sent is a parameter. */
record Condition(String text, Map<String, Object> parameters) {

    static Condition always() {
        return new Condition("true", Map.of());
    }

    static Condition of(String text, String parameter, Object value) {
        return new Condition(text, Map.of(parameter, value));
    }

    Condition and(Condition other) {
        Map<String, Object> both = new HashMap<>(parameters);
        both.putAll(other.parameters);
        return new Condition("(" + text + ") and (" + other.text + ")", both);
    }

    /** This alone when {@code value} is null. */
    Condition andIf(Object value, String test, String parameter) {
        return value == null ? this : and(of(test, parameter, value));
    }
}
