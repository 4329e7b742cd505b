package ai.igent.maestro.envelope;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** A configuration with a key ring. */
record KeyRingSettings(Optional<Path> file, boolean localKeyRingAllowed)
        implements
            EnvelopeConfig,
            EnvelopeConfig.KeyRing,
            EnvelopeConfig.Cache {
    @Override
    public KeyRing keyRing() {
        return this;
    }

    @Override
    public Cache cache() {
        return this;
    }

    @Override
    public int size() {
        return 1;
    }

    @Override
    public Duration life() {
        return Duration.ofMinutes(1);
    }
}
