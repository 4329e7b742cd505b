package ai.igent.maestro.session.signing;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** When signing keys are replaced. */
@ConfigMapping(prefix = "maestro.session.signing")
interface SigningConfig {
    /** How long a key signs. */
    @WithDefault("P30D")
    Duration rotateAfter();

    /** How long the next key is published before it signs: longer than whoever verifies goes without looking for new keys. */
    @WithDefault("PT15M")
    Duration publishedAhead();

    /** What new keys of grants sign with. Services from before {@code ES256} accept {@code RS256} alone. */
    @WithDefault("ES256")
    KeyAlgorithm grantAlgorithm();

    /** How often the clock is looked at for it. */
    @WithDefault("5m")
    Duration every();
}
