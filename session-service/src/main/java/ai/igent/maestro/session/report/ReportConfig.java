package ai.igent.maestro.session.report;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "maestro.session.report")
interface ReportConfig {
    /** How long a confirmation or deactivation waits for a sandbox to have it before it answers that this is pending. */
    @WithDefault("PT2S")
    Duration patience();
}
