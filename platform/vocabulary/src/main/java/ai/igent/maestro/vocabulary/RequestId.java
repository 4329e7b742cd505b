package ai.igent.maestro.vocabulary;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Identifies an activation request: {@code req_} and a UUIDv7 without dashes. */
public record RequestId(@JsonValue String text) implements PrefixedId {
    private static final String PREFIX = "req_";

    /** @throws InvalidWord when {@code text} is not of that form */
    @JsonCreator
    public RequestId {
        PrefixedId.check(PREFIX, text);
    }

    public static RequestId of(UUID uuid) {
        return new RequestId(PrefixedId.format(PREFIX, uuid));
    }

    @Override
    public String toString() {
        return text;
    }
}
