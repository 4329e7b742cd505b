package ai.igent.maestro.session.events;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "maestro.session.events")
interface EventsConfig {
    /** How often a replica looks at the sessions that are watched on it, all of them with one query. */
    @WithDefault("PT0.5S")
    Duration every();

    /** How often a stream shows that it lives. */
    @WithDefault("PT15S")
    Duration heartbeat();

    /** How long before its end an activation is announced as expiring. */
    @WithDefault("PT10M")
    Duration expiringWithin();

    /** How many streams of one session a replica serves at a time. */
    @WithDefault("20")
    int streamsPerSession();
}
