package ai.igent.maestro.session.request;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import ai.igent.maestro.vocabulary.Word;

/** Where a request stands: see the package's diagram. */
public enum RequestStatus implements Word {
    PROPOSED("proposed"),
    AMBIGUOUS("ambiguous"),
    NO_MATCH("no-match"),
    CONFIRMED("confirmed"),
    DENIED("denied"),
    EXPIRED("expired"),
    SUPERSEDED("superseded");

    private final String text;

    RequestStatus(String text) {
        this.text = text;
    }

    @JsonCreator
    public static RequestStatus parse(String text) {
        return Word.parse(values(), text);
    }

    @Override
    @JsonValue
    public String text() {
        return text;
    }
}
