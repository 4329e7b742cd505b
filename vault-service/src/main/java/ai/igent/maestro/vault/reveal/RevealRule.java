package ai.igent.maestro.vault.reveal;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import ai.igent.maestro.vault.secret.Access;
import ai.igent.maestro.vault.secret.Secret;
import ai.igent.maestro.vault.secret.Status;
import ai.igent.maestro.web.identity.Caller;

/**
 * Who is shown a value: a person at an interactive client who signed in just now, of their own secrets and of organizations they administer. One that
 * is compromised or expired is shown too, because its owner has to recognize it at the provider to withdraw it.
 */
final class RevealRule {
    static final Duration RECENT = Duration.ofMinutes(5);

    private RevealRule() {}

    /** Why {@code caller} is not shown {@code secret}, or empty when they are. */
    static Optional<Refusal> refusal(Secret secret, Caller.Person caller, Instant now) {
        if (!Access.maySee(caller, secret.owner())) return Optional.of(Refusal.NOT_OWNER);
        if (!caller.interactive()) return Optional.of(Refusal.NOT_INTERACTIVE);
        if (now.isAfter(caller.signedInAt().plus(RECENT))) return Optional.of(Refusal.SIGN_IN_TOO_OLD);
        if (!Access.mayChange(caller, secret.owner())) return Optional.of(Refusal.NOT_ADMIN);
        return secret.status(now) == Status.DELETED ? Optional.of(Refusal.DELETED) : Optional.empty();
    }
}
