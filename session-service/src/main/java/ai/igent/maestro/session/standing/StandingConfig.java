package ai.igent.maestro.session.standing;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "maestro.session.standing-consent")
interface StandingConfig {
    /** How long consent in advance may last at most. */
    @WithDefault("P90D")
    Duration longest();

    /** How many a person may have at once for one agent. */
    @WithDefault("20")
    int perAgent();
}
