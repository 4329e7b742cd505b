package ai.igent.maestro.session.grant;

import java.time.Duration;

import jakarta.validation.constraints.Min;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How concurrent grants share their statements. */
@ConfigMapping(prefix = "maestro.session.grant")
interface GrantConfig {
    @Min(1)
    @WithDefault("3")
    int roundsAtOnce();

    /** How many grants begin a round at once while another is under way; fewer wait a moment for more. */
    @Min(1)
    @WithDefault("8")
    int company();

    @Min(1)
    @WithDefault("64")
    int callsPerRound();

    @Min(1)
    @WithDefault("2000")
    int waitingAtMost();

    /** How long a round may take before its callers are told that the database is away. */
    @WithDefault("PT3S")
    Duration patience();
}
