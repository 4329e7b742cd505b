package ai.igent.maestro.envelope;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

import jakarta.validation.constraints.Min;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The local key ring, which is used without a Vault, and how long unwrapped data keys stay in memory. */
@ConfigMapping(prefix = "maestro.envelope")
public interface EnvelopeConfig {
    KeyRing keyRing();

    /** Production refuses the local key ring unless this says otherwise; only the local stack does. */
    @WithDefault("false")
    boolean localKeyRingAllowed();

    Cache cache();

    interface KeyRing {
        /** Holds the master keys of the local key ring; created when absent. */
        Optional<Path> file();
    }

    interface Cache {
        @WithDefault("10000")
        @Min(1)
        int size();

        @WithDefault("PT5M")
        Duration life();
    }
}
