package ai.igent.maestro.oauth.retention;

import java.time.Duration;

import org.hibernate.validator.constraints.time.DurationMin;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How long connections stay that are of no use any more. At least a day: for so long, a request that is sent again is answered with what it made. */
@ConfigMapping(prefix = "maestro.oauth.retention")
interface RetentionConfig {
    /** After the provider confirmed the revocation, or was found to offer none. */
    @WithDefault("P90D")
    @DurationMin(days = 1)
    Duration revoked();

    /** Without an authorization, after somebody asked for the connection or last went to the provider for it. */
    @WithDefault("P7D")
    @DurationMin(days = 1)
    Duration pending();

    /** How often the clock is looked at for it. */
    @WithDefault("PT10M")
    Duration every();
}
