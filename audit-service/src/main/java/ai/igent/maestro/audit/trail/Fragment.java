package ai.igent.maestro.audit.trail;

import java.util.HashMap;
import java.util.Map;

/** A piece of SQL with the parameters it names. The text is ours; whatever somebody sent is a parameter. */
record Fragment(String text, Map<String, Object> parameters) {

    static Fragment of(String text, String parameter, Object value) {
        return new Fragment(text, Map.of(parameter, value));
    }

    /** Both conditions. */
    Fragment and(Fragment other) {
        return new Fragment("(" + text + ") and (" + other.text + ")", with(other.parameters));
    }

    /** This alone when {@code value} is null. */
    Fragment andIf(Object value, String test, String parameter) {
        return value == null ? this : and(of(test, parameter, value));
    }

    Map<String, Object> with(Map<String, Object> more) {
        Map<String, Object> all = new HashMap<>(parameters);
        all.putAll(more);
        return all;
    }
}
