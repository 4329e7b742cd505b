package ai.igent.maestro.session.request;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "maestro.session.request")
interface RequestConfig {
    /** How long an agent waits after a denial; twice as long after each further one, until something is confirmed. */
    @WithDefault("PT15S")
    Duration pauseAfterDenial();

    @WithDefault("PT30M")
    Duration longestPause();
}
