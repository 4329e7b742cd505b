package ai.igent.maestro.vault.release;

import java.time.Instant;
import java.util.Optional;

import ai.igent.maestro.contracts.internal.GrantItem;
import ai.igent.maestro.grants.GrantClaims;
import ai.igent.maestro.vault.secret.Secret;
import ai.igent.maestro.vocabulary.Owner;

/** Holds what a grant says of a secret against the secret. */
final class Entitlement {
    private Entitlement() {}

    /** Why {@code secret} may not be released for {@code item}, or empty when it may. */
    static Optional<Refusal> missing(GrantClaims grant, GrantItem item, Secret secret, Instant now) {
        if (!secret.owner().equals(item.owner()) || !isOfSession(grant, item.owner())) return Optional.of(Refusal.NOT_FOUND);
        return switch (secret.status(now)) {
            case DELETED -> Optional.of(Refusal.DELETED);
            case COMPROMISED -> Optional.of(Refusal.COMPROMISED);
            case EXPIRED -> Optional.of(Refusal.EXPIRED);
            case ACTIVE -> pinned(item, secret);
        };
    }

    private static Optional<Refusal> pinned(GrantItem item, Secret secret) {
        if (item.epoch() != secret.epoch()) return Optional.of(Refusal.EPOCH_CHANGED);
        return item.kind() == secret.labels().kind() ? Optional.empty() : Optional.of(Refusal.KIND_CHANGED);
    }

    /** A session can use what its user owns, and what its organization owns. */
    private static boolean isOfSession(GrantClaims grant, Owner owner) {
        return switch (owner.kind()) {
            case USER -> owner.id().equals(grant.user());
            case ORGANIZATION -> owner.id().equals(grant.organization());
        };
    }
}
