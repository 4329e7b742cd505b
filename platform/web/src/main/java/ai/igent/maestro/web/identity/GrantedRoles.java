package ai.igent.maestro.web.identity;

import java.util.HashSet;
import java.util.Set;

import jakarta.inject.Singleton;

import org.eclipse.microprofile.jwt.JsonWebToken;

/** The roles a verified token is worth: people and services have those of their claim, agents and sandboxes theirs by who issued the token. */
@Singleton
class GrantedRoles {
    private final String clientClaim;

    GrantedRoles(IdentityConfig config) {
        this.clientClaim = config.clientClaim();
    }

    Set<String> to(String tenant, JsonWebToken token, Set<String> claimed) {
        return switch (tenant) {
            case Tenant.AGENTS -> Set.of(Role.AGENT);
            case Tenant.SANDBOXES -> Set.of(Role.SANDBOX);
            case Tenant.PEOPLE -> claimed.contains(Role.SERVICE) ? ofService(token) : ofPerson(claimed);
            default -> Set.of();
        };
    }

    private Set<String> ofService(JsonWebToken token) {
        Object client = token.getClaim(clientClaim);
        return client instanceof String id ? Set.of(Role.ofService(id)) : Set.of();
    }

    private static Set<String> ofPerson(Set<String> claimed) {
        Set<String> known = new HashSet<>(claimed);
        known.retainAll(Role.OF_PEOPLE);
        return known;
    }
}
