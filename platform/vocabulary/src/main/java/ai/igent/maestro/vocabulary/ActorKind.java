package ai.igent.maestro.vocabulary;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Who did something. */
public enum ActorKind implements Word {
    USER("user"),
    AGENT("agent"),
    SANDBOX("sandbox"),
    PLATFORM("platform"),
    AUDITOR("auditor"),
    OPERATOR("operator"),
    SERVICE(
            "service"),
    SYSTEM("system");

    private final String text;

    ActorKind(String text) {
        this.text = text;
    }

    @JsonCreator
    public static ActorKind parse(String text) {
        return Word.parse(values(), text);
    }

    @Override
    @JsonValue
    public String text() {
        return text;
    }
}
