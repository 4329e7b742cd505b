package ai.igent.maestro.vault.secret;

import java.time.Clock;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import ai.igent.maestro.vault.catalog.Catalog;
import ai.igent.maestro.vocabulary.SecretId;
import ai.igent.maestro.vocabulary.SecretValue;
import ai.igent.maestro.web.identity.Caller;

/** Gives a secret a new value, as a new version, sealed for exactly that version while the row is locked. */
@ApplicationScoped
class ChangeValue {
    private final ChangeSecret change;
    private final SecretRepository secrets;
    private final SecretEvents events;
    private final Catalog catalog;
    private final Clock clock;

    ChangeValue(ChangeSecret change, SecretRepository secrets, SecretEvents events, Catalog catalog, Clock clock) {
        this.change = change;
        this.secrets = secrets;
        this.events = events;
        this.catalog = catalog;
        this.clock = clock;
    }

    /** {@code value} is wiped, however it ends. */
    Uni<Secret> of(SecretId id, Caller.Person caller, IfMatch expected, SecretValue value, String reason) {
        return change.of(id, caller, expected, new NewValue(caller, value, reason)).onTermination().invoke(value::close);
    }

    private final class NewValue implements ChangeSecret.Change {
        private final Caller.Person caller;
        private final SecretValue value;
        private final String reason;

        NewValue(Caller.Person caller, SecretValue value, String reason) {
            this.caller = caller;
            this.value = value;
            this.reason = reason;
        }

        @Override
        public Uni<Void> apply(Secret secret, SecretSeal seal) {
            VersionRef next = secret.nextVersion();
            var version = SecretVersion.of(next, seal.seal(next, value), reason, caller.actor(), clock.instant());
            secret.take(version, catalog.fits(secret.labels().integration(), secret.labels().variable(), value), clock.instant());
            return secrets.add(version);
        }

        @Override
        public Uni<Void> announce(Secret secret) {
            return events.valueChanged(secret);
        }
    }
}
