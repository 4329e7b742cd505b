package ai.igent.maestro.vault.verify;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import ai.igent.maestro.vocabulary.SecretValue;
import ai.igent.maestro.vocabulary.VariableName;

/** The values of one set that a call needs, by the catalog's variables. Whoever opened them closes them once the call has ended. */
final class Credentials implements AutoCloseable {
    private final Map<VariableName, SecretValue> values;

    Credentials(Map<VariableName, SecretValue> values) {
        this.values = Map.copyOf(values);
    }

    /** One that the call cannot do without, which is why there is no call without it. */
    SecretValue get(VariableName variable) {
        return find(variable).orElseThrow();
    }

    Optional<SecretValue> find(VariableName variable) {
        return Optional.ofNullable(values.get(variable));
    }

    /** Lends the text of {@code value} to {@code use}, which keeps no part of it. */
    static <R> R read(SecretValue value, Function<String, R> use) {
        return value.borrow(utf8 -> use.apply(new String(utf8, StandardCharsets.UTF_8)));
    }

    boolean occurIn(String text) {
        return text != null && values.values().stream().anyMatch(value -> read(value, text::contains));
    }

    @Override
    public void close() {
        values.values().forEach(SecretValue::close);
    }
}
