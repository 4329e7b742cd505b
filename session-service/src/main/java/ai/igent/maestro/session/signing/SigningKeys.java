package ai.igent.maestro.session.signing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import ai.igent.maestro.grants.SigningKey;

/**
 * The keys to sign with. Opened ones are remembered for a minute, so that a rotation is noticed soon and signing needs no database. Call it outside
 * any transaction: opening a key may ask the key service.
 */
@ApplicationScoped
public class SigningKeys {
    private static final Duration FRESH = Duration.ofMinutes(1);

    private final StoredKeyRepository stored;
    private final KeySealing sealing;
    private final Clock clock;
    private final Map<KeyPurpose, Opened> opened = new EnumMap<>(KeyPurpose.class);

    private record Opened(SigningKey key, Instant at) {}

    SigningKeys(StoredKeyRepository stored, KeySealing sealing, Clock clock) {
        this.stored = stored;
        this.sealing = sealing;
        this.clock = clock;
    }

    /** The current key for {@code purpose}, made now if there is none. Concurrent first calls all get the one that was stored. */
    public Uni<SigningKey> current(KeyPurpose purpose) {
        Opened known = known(purpose);
        if (known != null && known.at().plus(FRESH).isAfter(clock.instant())) return Uni.createFrom().item(known.key());
        return stored.current(purpose)
                .chain(found -> found.map(key -> Uni.createFrom().item(key)).orElseGet(() -> first(purpose)))
                .chain(sealing::open)
                .invoke(key -> remember(purpose, key));
    }

    /** The public halves of all keys that are kept. Makes the first ones, so that a reader never finds the set empty. */
    Uni<List<StoredKey>> published() {
        return current(KeyPurpose.SESSION_TOKEN).chain(() -> current(KeyPurpose.GRANT)).chain(stored::published);
    }

    private Uni<StoredKey> first(KeyPurpose purpose) {
        return sealing.generate(purpose).chain(stored::offer).chain(() -> stored.current(purpose)).map(found -> found.orElseThrow());
    }

    /** Has the key looked up again at its next use. */
    void forget(KeyPurpose purpose) {
        synchronized (opened) {
            opened.remove(purpose);
        }
    }

    private Opened known(KeyPurpose purpose) {
        synchronized (opened) {
            return opened.get(purpose);
        }
    }

    private void remember(KeyPurpose purpose, SigningKey key) {
        synchronized (opened) {
            opened.put(purpose, new Opened(key, clock.instant()));
        }
    }
}
