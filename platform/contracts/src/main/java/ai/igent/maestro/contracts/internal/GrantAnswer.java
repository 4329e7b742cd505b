package ai.igent.maestro.contracts.internal;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What is active in the session now. The release it asks for is committed to the audit outbox before this answer. {@code expiresAt} is when the
 * set next changes by itself (an activation's or the session's end). {@code grant} is null when {@code have} is already {@code revision}.
 *
 * @param items null in a brief answer, to who has what is active at this revision
 */
public record GrantAnswer(long revision, long tokenGeneration, Instant expiresAt, String grant,
        @JsonInclude(JsonInclude.Include.NON_NULL) List<GrantItem> items) {
    public GrantAnswer {
        items = items == null ? null : List.copyOf(items);
    }

    /** The same with another grant. */
    public GrantAnswer with(String other) {
        return new GrantAnswer(revision, tokenGeneration, expiresAt, other, items);
    }

    /** The same with what is active. */
    public GrantAnswer withItems(List<GrantItem> active) {
        return new GrantAnswer(revision, tokenGeneration, expiresAt, grant, active);
    }

    @Override
    public String toString() {
        return "GrantAnswer[revision=" + revision + "]";
    }
}
