package ai.igent.maestro.vocabulary;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** What a sandbox receives for an activation. One legal value today; a stand-in that an egress proxy replaces may follow. */
public enum DeliveryMode implements Word {
    VALUE("value");

    private final String text;

    DeliveryMode(String text) {
        this.text = text;
    }

    @JsonCreator
    public static DeliveryMode parse(String text) {
        return Word.parse(values(), text);
    }

    @Override
    @JsonValue
    public String text() {
        return text;
    }
}
