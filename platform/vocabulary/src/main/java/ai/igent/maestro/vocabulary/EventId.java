package ai.igent.maestro.vocabulary;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Identifies an event or audit record: {@code evt_} and a UUIDv7 without dashes. */
public record EventId(@JsonValue String text) implements PrefixedId {
    private static final String PREFIX = "evt_";

    /** @throws InvalidWord when {@code text} is not of that form */
    @JsonCreator
    public EventId {
        PrefixedId.check(PREFIX, text);
    }

    public static EventId of(UUID uuid) {
        return new EventId(PrefixedId.format(PREFIX, uuid));
    }

    @Override
    public String toString() {
        return text;
    }
}
