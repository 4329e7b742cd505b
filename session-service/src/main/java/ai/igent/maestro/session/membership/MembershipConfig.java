package ai.igent.maestro.session.membership;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "maestro.session.membership")
interface MembershipConfig {
    /** How far the issuer's clock may be ahead: a token made so shortly after a removal does not prove membership either. */
    @WithDefault("PT5S")
    Duration clockSkew();
}
