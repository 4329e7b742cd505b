package ai.igent.maestro.oauth.connection;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import ai.igent.maestro.vocabulary.Word;

/** Where a connection stands; the diagram is at {@link Connection}. */
public enum ConnectionStatus implements Word {
    PENDING("pending"),
    CONNECTED("connected"),
    REFRESHING("refreshing"),
    DEGRADED("degraded"),
    REAUTHORIZATION_REQUIRED("reauthorization-required"),
    REVOKED("revoked");

    private final String text;

    ConnectionStatus(String text) {
        this.text = text;
    }

    @JsonCreator
    public static ConnectionStatus parse(String text) {
        return Word.parse(values(), text);
    }

    @Override
    @JsonValue
    public String text() {
        return text;
    }
}
