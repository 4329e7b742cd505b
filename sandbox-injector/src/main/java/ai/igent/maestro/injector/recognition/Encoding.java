package ai.igent.maestro.injector.recognition;

import com.fasterxml.jackson.annotation.JsonValue;

import ai.igent.maestro.vocabulary.Word;

/** How a value stood in a text. */
public enum Encoding implements Word {
    RAW("raw"),
    BASE64("base64"),
    HEX("hex"),
    URL("url"),
    JSON("json");

    private final String text;

    Encoding(String text) {
        this.text = text;
    }

    @Override
    @JsonValue
    public String text() {
        return text;
    }
}
