package ai.igent.maestro.vocabulary;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Identifies a provider registration: {@code prv_} and a UUIDv7 without dashes. */
public record ProviderId(@JsonValue String text) implements PrefixedId {
    private static final String PREFIX = "prv_";

    /** @throws InvalidWord when {@code text} is not of that form */
    @JsonCreator
    public ProviderId {
        PrefixedId.check(PREFIX, text);
    }

    public static ProviderId of(UUID uuid) {
        return new ProviderId(PrefixedId.format(PREFIX, uuid));
    }

    @Override
    public String toString() {
        return text;
    }
}
