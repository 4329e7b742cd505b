package ai.igent.maestro.session.signing;

import java.security.KeyPair;
import java.security.SecureRandom;
import java.time.Clock;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

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

    KeySealing(OwnerKeys dataKeys, Sealer sealer, IdSource ids, Clock clock, SecureRandom randomness, SigningConfig config) {
        this.dataKeys = dataKeys;
        this.sealer = sealer;
        this.ids = ids;
        this.clock = clock;
        this.randomness = randomness;
        this.config = config;
    }

    /** A new key, not stored yet. */
    Uni<StoredKey> generate(KeyPurpose purpose) {
        String id = purpose.text() + "-" + ids.next();
        return dataKeys.with(SessionService.OWNER, dataKey -> seal(id, purpose, dataKey));
    }

    Uni<SigningKey> open(StoredKey stored) {
        return dataKeys.with(SessionService.OWNER, stored.sealed().key(), dataKey -> open(stored, dataKey));
    }

    private StoredKey seal(String id, KeyPurpose purpose, DataKey dataKey) {
        KeyAlgorithm algorithm = algorithm(purpose);
        KeyPair pair = algorithm.newPair(randomness);
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
