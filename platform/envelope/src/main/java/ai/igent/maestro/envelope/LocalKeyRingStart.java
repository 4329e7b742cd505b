package ai.igent.maestro.envelope;

import java.security.SecureRandom;
import java.time.Clock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;

import ai.igent.maestro.vocabulary.IdSource;

/** Opens the local key ring at start-up, with a warning nobody overlooks, or refuses to start. */
@ApplicationScoped
class LocalKeyRingStart {
    private static final Logger LOG = Logger.getLogger(LocalKeyRingStart.class);

    private final EnvelopeConfig config;
    private final IdSource ids;
    private final SecureRandom randomness;
    private final Clock clock;

    LocalKeyRingStart(EnvelopeConfig config, IdSource ids, SecureRandom randomness, Clock clock) {
        this.config = config;
        this.ids = ids;
        this.randomness = randomness;
        this.clock = clock;
    }

    /** Asks for the keys, which is enough to fail the start instead of the first request. */
    void openEarly(@Observes StartupEvent event, DataKeys keys) {}

    @Produces
    @Singleton
    @Typed(LocalKeyRing.class)
    LocalKeyRing localKeyRing() {
        return keyRing(ConfigUtils.isProfileActive("prod"));
    }

    @Produces
    @Singleton
    DataKeys dataKeys(LocalKeyRing ring) {
        return new CachingDataKeys(ring, config.cache().size(), config.cache().life(), clock);
    }

    @Produces
    @Singleton
    WrappingKey wrappingKey(LocalKeyRing ring) {
        return ring;
    }

    LocalKeyRing keyRing(boolean production) {
        if (production && !config.localKeyRingAllowed())
            throw new IllegalStateException("the local key ring is not for production: configure a key service, "
                    + "or set maestro.envelope.local-key-ring-allowed=true on a machine that holds no real secrets");
        var file = new KeyRingFile(config.keyRing().file()
                .orElseThrow(() -> new IllegalStateException("maestro.envelope.key-ring.file is not set")));
        if (!file.exists()) {
            file.create(randomness);
            LOG.warn("CREATED A NEW LOCAL KEY RING. If this database already holds values, they cannot be opened with it.");
        }
        LOG.warn("USING A LOCAL KEY RING: whoever reads its file and the database reads every value. Never use it for real secrets.");
        return new LocalKeyRing(file, ids, randomness);
    }
}
