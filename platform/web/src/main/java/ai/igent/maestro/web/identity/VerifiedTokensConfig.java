package ai.igent.maestro.web.identity;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How long, and of how many tokens, a verification is remembered. */
@ConfigMapping(prefix = "maestro.identity.verified-tokens")
interface VerifiedTokensConfig {
    /** Zero verifies on every call. */
    @WithDefault("PT1M")
    Duration life();

    @WithDefault("10000")
    int size();
}
