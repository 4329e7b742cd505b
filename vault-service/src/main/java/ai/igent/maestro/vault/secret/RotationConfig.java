package ai.igent.maestro.vault.secret;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How often it is looked for secrets that need a new value. */
@ConfigMapping(prefix = "maestro.vault.rotation")
public interface RotationConfig {
    @WithDefault("1m")
    String every();

    /** Each look begins up to this much later, so that replicas do not look at the same moment. */
    @WithDefault("PT10S")
    Duration jitter();
}
