package ai.igent.maestro.vocabulary;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Identifies a job that looks after keys: {@code job_} and a UUIDv7 without dashes. */
public record KeyJobId(@JsonValue String text) implements PrefixedId {
    private static final String PREFIX = "job_";

    /** @throws InvalidWord when {@code text} is not of that form */
    @JsonCreator
    public KeyJobId {
        PrefixedId.check(PREFIX, text);
    }

    public static KeyJobId of(UUID uuid) {
        return new KeyJobId(PrefixedId.format(PREFIX, uuid));
    }

    @Override
    public String toString() {
        return text;
    }
}
