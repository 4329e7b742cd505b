package ai.igent.maestro.vault.secret;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;

import ai.igent.maestro.vocabulary.SecretId;

/** Lets time pass for a secret that is there: its row becomes what this service would have written so much earlier. */
@ApplicationScoped
class Aging {
    private final SecretRepository secrets;
    private final SecretSeals seals;

    Aging(SecretRepository secrets, SecretSeals seals) {
        this.secrets = secrets;
        this.seals = seals;
    }

    void pass(String id, Duration time) throws Throwable {
        VertxContextSupport.subscribeAndAwait(() -> secrets.ofIds(List.of(id)).map(List::getFirst)
                .chain(secret -> seals.during(secret, seal -> age(secret.id(), time, seal))));
    }

    @WithTransaction
    Uni<Void> age(SecretId id, Duration time, SecretSeal seal) {
        return secrets.lock(id).map(found -> found.orElseThrow())
                .invoke(secret -> age(secret, time))
                .invoke(seal::sign)
                .chain(secrets::write);
    }

    private static void age(Secret secret, Duration time) {
        secret.valueChangedAt = secret.valueChangedAt.minus(time);
        secret.rotationTellAt = earlier(secret.rotationTellAt, time);
        secret.deletedAt = earlier(secret.deletedAt, time);
    }

    private static Instant earlier(Instant then, Duration time) {
        return then == null ? null : then.minus(time);
    }
}
