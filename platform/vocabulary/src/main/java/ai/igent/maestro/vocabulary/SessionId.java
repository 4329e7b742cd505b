package ai.igent.maestro.vocabulary;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Identifies a session: {@code ses_} and a UUIDv7 without dashes. */
public record SessionId(@JsonValue String text) implements PrefixedId {
    private static final String PREFIX = "ses_";

    /** @throws InvalidWord when {@code text} is not of that form */
    @JsonCreator
    public SessionId {
        PrefixedId.check(PREFIX, text);
    }

    public static SessionId of(UUID uuid) {
        return new SessionId(PrefixedId.format(PREFIX, uuid));
    }

    @Override
    public String toString() {
        return text;
    }
}
