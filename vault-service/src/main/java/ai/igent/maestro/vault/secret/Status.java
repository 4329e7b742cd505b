package ai.igent.maestro.vault.secret;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import ai.igent.maestro.vocabulary.Word;

/**
 * Whether a secret may be used.
 *
 * <pre>
 * ACTIVE --report-leak--> COMPROMISED --a value it never had--> ACTIVE
 * ACTIVE | COMPROMISED --delete--> DELETED --undelete, within 7 days--> what it was
 * ACTIVE --its time is up--> EXPIRED --another expiry--> ACTIVE
 * </pre>
 */
public enum Status implements Word {
    ACTIVE("active"),
    COMPROMISED("compromised"),
    /** Never stored: an active secret whose time is up. */
    EXPIRED("expired"),
    DELETED("deleted");

    private final String text;

    Status(String text) {
        this.text = text;
    }

    /** What a stored status means at {@code now} for a secret that expires at {@code expiresAt}, which may be null. */
    Status at(Instant now, Instant expiresAt) {
        boolean over = expiresAt != null && !now.isBefore(expiresAt);
        return this == ACTIVE && over ? EXPIRED : this;
    }

    @JsonCreator
    public static Status parse(String text) {
        return Word.parse(values(), text);
    }

    @Override
    @JsonValue
    public String text() {
        return text;
    }
}
