package ai.igent.maestro.contracts.internal;

import java.time.Instant;
import java.util.List;

/**
 * What is active in the session now. The release it asks for is committed to the audit outbox before this answer. {@code expiresAt} is when the
 * set next changes by itself (an activation's or the session's end). {@code grant} is null when {@code have} is already {@code revision}.
 */
public record GrantAnswer(long revision, long tokenGeneration, Instant expiresAt, String grant, List<GrantItem> items) {
    public GrantAnswer {
        items = List.copyOf(items);
    }

    /** The same with another grant. */
    public GrantAnswer with(String other) {
        return new GrantAnswer(revision, tokenGeneration, expiresAt, other, items);
    }

    @Override
    public String toString() {
        return "GrantAnswer[revision=" + revision + "]";
    }
}
