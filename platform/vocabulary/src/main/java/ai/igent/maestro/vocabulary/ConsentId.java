package ai.igent.maestro.vocabulary;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Identifies a standing consent: {@code sco_} and a UUIDv7 without dashes. */
public record ConsentId(@JsonValue String text) implements PrefixedId {
    private static final String PREFIX = "sco_";

    /** @throws InvalidWord when {@code text} is not of that form */
    @JsonCreator
    public ConsentId {
        PrefixedId.check(PREFIX, text);
    }

    public static ConsentId of(UUID uuid) {
        return new ConsentId(PrefixedId.format(PREFIX, uuid));
    }

    @Override
    public String toString() {
        return text;
    }
}
