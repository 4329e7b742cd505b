package ai.igent.maestro.injector.stream;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "maestro.injector.stream")
interface StreamConfig {
    /** How often a stream shows that it lives, and its token is checked. */
    @WithDefault("PT15S")
    Duration heartbeat();
}
