package ai.igent.maestro.contracts.internal;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;

import ai.igent.maestro.vocabulary.ReleasedValue;

/** The values an owner service released against a grant, and what it refused. Every id of the grant that it owns is in one of the two. */
public record Resolved(List<Item> values, List<Failed> failed) {
    public Resolved {
        values = List.copyOf(values);
        failed = List.copyOf(failed);
    }

    /**
     * {@code expiresAt}: from then on the value must not be handed out; null when it does not expire. {@code git}: where git may use it; null when it
     * may not.
     */
    public record Item(String id, long version, String name, Instant expiresAt, ReleasedValue value,
            @JsonInclude(JsonInclude.Include.NON_NULL) GitUse git) {
        public Item(String id, long version, String name, Instant expiresAt, ReleasedValue value) {
            this(id, version, name, expiresAt, value, null);
        }
    }

    /** {@code code}: see docs/reference/bundle-failures.md. */
    public record Failed(String id, String code) {}
}
