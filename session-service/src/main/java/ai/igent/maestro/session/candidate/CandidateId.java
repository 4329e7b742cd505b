package ai.igent.maestro.session.candidate;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import ai.igent.maestro.vocabulary.ConnectionId;
import ai.igent.maestro.vocabulary.SecretId;
import ai.igent.maestro.vocabulary.Source;

/** Identifies something activatable: a secret's id or a connection's. */
public record CandidateId(@JsonValue String text) implements Comparable<CandidateId> {
    /** @throws InvalidWord when {@code text} is neither a secret's nor a connection's id */
    @JsonCreator
    public CandidateId {
        if (isConnection(text)) new ConnectionId(text);
        else
            new SecretId(text);
    }

    /** The service that owns the value. */
    public Source source() {
        return isConnection(text) ? Source.OAUTH : Source.VAULT;
    }

    private static boolean isConnection(String text) {
        return text != null && text.startsWith("con_");
    }

    @Override
    public int compareTo(CandidateId other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
