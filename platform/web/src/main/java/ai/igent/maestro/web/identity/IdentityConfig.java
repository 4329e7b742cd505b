package ai.igent.maestro.web.identity;

import java.util.Set;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Whose tokens are believed, and what their claims are called. */
@ConfigMapping(prefix = "maestro.identity")
public interface IdentityConfig {
    /** The issuer of people's and services' tokens, exactly as it stands in {@code iss}. */
    String issuer();

    /** The issuer of agents' and sandboxes' tokens: session-service. */
    String sessionIssuer();

    @WithDefault("maestro")
    String audience();

    /** Clients a person sits at. Only tokens issued to these may confirm and reveal. */
    @WithDefault("maestro-console,maestro-cli")
    Set<String> interactiveClients();

    @WithDefault("roles")
    String rolesClaim();

    @WithDefault("organizations")
    String organizationsClaim();

    @WithDefault("azp")
    String clientClaim();
}
