package ai.igent.maestro.injector.owner;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How long the owners of values are waited for. */
@ConfigMapping(prefix = "maestro.injector.owner")
interface OwnerConfig {
    @WithDefault("PT3S")
    Duration deadline();
}
