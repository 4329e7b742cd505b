package ai.igent.maestro.session.retention;

import java.time.Duration;

import org.hibernate.validator.constraints.time.DurationMin;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How long rows stay that are over. At least a day: for so long, a request that is sent again is answered with what it made. */
@ConfigMapping(prefix = "maestro.session.retention")
interface RetentionConfig {
    /** Of a session with all that belongs to it, after its end; and of consent in advance, after its own. */
    @WithDefault("P90D")
    @DurationMin(days = 1)
    Duration ended();

    /** What a session that goes on can gather without anybody's word: enrolment codes after their time, and requests that were never decided. */
    @WithDefault("P7D")
    @DurationMin(days = 1)
    Duration spent();

    /** How often the clock is looked at for it. */
    @WithDefault("PT10M")
    Duration every();
}
