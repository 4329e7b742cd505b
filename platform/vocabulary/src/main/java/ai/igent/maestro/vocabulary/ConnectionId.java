package ai.igent.maestro.vocabulary;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Identifies an OAuth connection: {@code con_} and a UUIDv7 without dashes. */
public record ConnectionId(@JsonValue String text) implements PrefixedId {
    private static final String PREFIX = "con_";

    /** @throws InvalidWord when {@code text} is not of that form */
    @JsonCreator
    public ConnectionId {
        PrefixedId.check(PREFIX, text);
    }

    public static ConnectionId of(UUID uuid) {
        return new ConnectionId(PrefixedId.format(PREFIX, uuid));
    }

    @Override
    public String toString() {
        return text;
    }
}
