package ai.igent.maestro.session.activation;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "maestro.session.review")
public interface ReviewConfig {
    /** How long something may be active, without any change of the set, before people are reminded to look at it; and then again. */
    @WithDefault("PT4H")
    Duration after();

    /** How often the clock is looked at for it. */
    @WithDefault("60s")
    Duration every();
}
