package ai.igent.maestro.session.signing;

import java.security.KeyPair;
import java.security.SecureRandom;
import java.time.Clock;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;

import ai.igent.maestro.envelope.AssociatedData;
import ai.igent.maestro.envelope.DataKey;
import ai.igent.maestro.envelope.OwnerKeys;
import ai.igent.maestro.envelope.Sealer;
import ai.igent.maestro.grants.SigningKey;
import ai.igent.maestro.session.SessionService;
import ai.igent.maestro.vocabulary.IdSource;
import ai.igent.maestro.vocabulary.SecretValue;

/** Makes signing keys and keeps their private halves sealed under this service's own data key. */
@ApplicationScoped
class KeySealing {
    private final OwnerKeys dataKeys;
    private final Sealer sealer;
    private final IdSource ids;
    private final Clock clock;
    private final SecureRandom randomness;
    private final SigningConfig config;
    private final Vertx vertx;

    KeySealing(OwnerKeys dataKeys, Sealer sealer, IdSource ids, Clock clock, SecureRandom randomness, SigningConfig config, Vertx vertx) {
        this.dataKeys = dataKeys;
        this.sealer = sealer;
        this.ids = ids;
        this.clock = clock;
        this.randomness = randomness;
        this.config = config;
        this.vertx = vertx;
    }

    /** A new key, not stored yet. Finding the primes of an RSA key may take a second, so that is not done on the thread that serves everybody. */
    Uni<StoredKey> generate(KeyPurpose purpose) {
        String id = purpose.text() + "-" + ids.next();
        KeyAlgorithm algorithm = algorithm(purpose);
        return vertx.executeBlocking(() -> algorithm.newPair(randomness), false)
                .chain(pair -> dataKeys.with(SessionService.OWNER, dataKey -> seal(id, purpose, algorithm, pair, dataKey)));
    }

    Uni<SigningKey> open(StoredKey stored) {
        return dataKeys.with(SessionService.OWNER, stored.sealed().key(), dataKey -> open(stored, dataKey));
    }

    private StoredKey seal(String id, KeyPurpose purpose, KeyAlgorithm algorithm, KeyPair pair, DataKey dataKey) {
        try (var pkcs8 = SecretValue.ofUtf8(pair.getPrivate().getEncoded())) {
            return new StoredKey(id, purpose, algorithm, pair.getPublic().getEncoded(), sealer.seal(dataKey, place(id), pkcs8),
                    clock.instant());
        }
    }

    /** Tokens are verified over and over, and cheaply with RS256; a grant is signed for one use. */
    private KeyAlgorithm algorithm(KeyPurpose purpose) {
        return switch (purpose) {
            case SESSION_TOKEN -> KeyAlgorithm.RS256;
            case GRANT -> config.grantAlgorithm();
        };
    }

    private SigningKey open(StoredKey stored, DataKey dataKey) {
        try (var pkcs8 = sealer.open(dataKey, place(stored.id()), stored.sealed())) {
            return new SigningKey(stored.id(), pkcs8.borrow(stored.algorithm()::read));
        }
    }

    private static AssociatedData place(String id) {
        return new AssociatedData(SessionService.OWNER, id, 1);
    }
}
