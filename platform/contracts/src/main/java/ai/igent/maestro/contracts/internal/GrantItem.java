package ai.igent.maestro.contracts.internal;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonInclude;

import ai.igent.maestro.vocabulary.DeliveryMode;
import ai.igent.maestro.vocabulary.Owner;
import ai.igent.maestro.vocabulary.SecretKind;
import ai.igent.maestro.vocabulary.Source;
import ai.igent.maestro.vocabulary.VariableName;

/**
 * One active thing, as the confirmation pinned it.
 *
 * @param activeUntil when consent ends by itself, for whoever shows it; null in a grant, which is over long before, and where it is not known
 */
public record GrantItem(String id, Source source, Owner owner, long epoch, VariableName variable, SecretKind kind, DeliveryMode mode,
        @JsonInclude(JsonInclude.Include.NON_NULL) Instant activeUntil) {
    public GrantItem(String id, Source source, Owner owner, long epoch, VariableName variable, SecretKind kind, DeliveryMode mode) {
        this(id, source, owner, epoch, variable, kind, mode, null);
    }

    /** As it stands in a grant. */
    public GrantItem asGranted() {
        return new GrantItem(id, source, owner, epoch, variable, kind, mode);
    }

    public GrantItem until(Instant end) {
        return new GrantItem(id, source, owner, epoch, variable, kind, mode, end);
    }
}
