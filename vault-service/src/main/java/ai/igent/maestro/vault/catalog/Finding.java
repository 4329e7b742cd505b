package ai.igent.maestro.vault.catalog;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import ai.igent.maestro.vocabulary.Word;

/** Something about a value its owner should look at. A reason to warn, never to refuse. */
public enum Finding implements Word {
    FORMAT("format", "The value does not look like one of this integration."),
    LIVE_KEY("live-key", "This is a live key, and it is not labelled production."),
    NO_DATABASE("no-database", "The URL names no database."),
    UNREADABLE_JSON("unreadable-json", "The content is not the JSON it should be, or lacks a part."),
    CLASSIC_TOKEN("classic-token", "This is a classic token, which reaches everything; a fine-grained one is advised."),
    TRAILING_NEWLINE("trailing-newline", "The value ends with a line end.");

    private final String text;
    private final String detail;

    Finding(String text, String detail) {
        this.text = text;
        this.detail = detail;
    }

    @JsonCreator
    public static Finding parse(String text) {
        return Word.parse(values(), text);
    }

    @Override
    @JsonValue
    public String text() {
        return text;
    }

    /** A sentence for people. */
    public String detail() {
        return detail;
    }
}
