package ai.igent.maestro.session.lifecycle;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "maestro.session.session")
interface SessionConfig {
    /** How long a session lives when the platform does not say. */
    @WithDefault("PT24H")
    Duration life();

    /** How long it may live at most, from its creation or from when it is extended. */
    @WithDefault("P30D")
    Duration longestLife();
}
