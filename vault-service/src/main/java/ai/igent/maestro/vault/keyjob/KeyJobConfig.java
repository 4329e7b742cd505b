package ai.igent.maestro.vault.keyjob;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How key jobs are worked on. */
@ConfigMapping(prefix = "maestro.vault.keys")
interface KeyJobConfig {
    /** How often a replica looks for due jobs of each kind. */
    @WithDefault("1s")
    String pollEvery();

    /** After how long without progress another replica may take a job over. */
    @WithDefault("PT30S")
    Duration lease();

    @WithDefault("PT1S")
    Duration retryAfter();

    @WithDefault("PT1M")
    Duration retryAtMostEvery();

    /**
     * How long a retired data key stays although nothing is sealed under it: longer than any request that may hold it, and than repeated requests are
     * recognized by what was made with it.
     */
    @WithDefault("P2D")
    Duration keepRetired();
}
