package ai.igent.maestro.vault.secret;

import java.time.Clock;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import ai.igent.maestro.vault.catalog.Catalog;
import ai.igent.maestro.vocabulary.Actor;
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
        return change
                .of(id, caller, expected, (secret, seal) -> addVersion(secret, seal, value, reason, caller.actor()), events::valueChanged)
                .onTermination().invoke(value::close);
    }

    private Uni<Void> addVersion(Secret secret, SecretSeal seal, SecretValue value, String reason, Actor by) {
        var next = secret.nextVersion();
        var labels = secret.labels();
        var version = SecretVersion.of(next, seal.seal(next, value), reason, by, clock.instant());
        secret.take(version, catalog.fits(labels.integration(), labels.variable(), value), clock.instant());
        return secrets.add(version);
    }
}
