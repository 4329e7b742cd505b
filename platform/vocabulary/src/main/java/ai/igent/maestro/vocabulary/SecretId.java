package ai.igent.maestro.vocabulary;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Identifies a secret: {@code sec_} and a UUIDv7 without dashes. */
public record SecretId(@JsonValue String text) implements PrefixedId {
    private static final String PREFIX = "sec_";

    /** @throws InvalidWord when {@code text} is not of that form */
    @JsonCreator
    public SecretId {
        PrefixedId.check(PREFIX, text);
    }

    public static SecretId of(UUID uuid) {
        return new SecretId(PrefixedId.format(PREFIX, uuid));
    }

    @Override
    public String toString() {
        return text;
    }
}
