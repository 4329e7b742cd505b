package ai.igent.maestro.envelope;

import java.security.SecureRandom;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import ai.igent.maestro.vocabulary.IdSource;

/** Opens the local key ring, with a warning nobody overlooks, or refuses to start. */
@ApplicationScoped
class LocalKeyRingStart {
    private static final Logger LOG = Logger.getLogger(LocalKeyRingStart.class);

    private final EnvelopeConfig config;
    private final IdSource ids;
    private final SecureRandom randomness;

    LocalKeyRingStart(EnvelopeConfig config, IdSource ids, SecureRandom randomness) {
        this.config = config;
        this.ids = ids;
        this.randomness = randomness;
    }

    LocalKeyRing keyRing(boolean production) {
        if (production && !config.localKeyRingAllowed())
            throw new IllegalStateException(
                    "the local key ring is not for production: configure Vault (maestro.envelope.vault.address or VAULT_ADDR), "
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
