package ai.igent.maestro.web.identity;

import java.util.HashSet;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.jwt.JsonWebToken;

import io.quarkus.oidc.runtime.OidcUtils;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;

/** Gives a verified identity its roles: people and services those of their claim, agents and sandboxes theirs by who issued the token. */
@ApplicationScoped
class RolesFromToken implements SecurityIdentityAugmentor {
    private final IdentityConfig config;

    RolesFromToken(IdentityConfig config) {
        this.config = config;
    }

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        String tenant = identity.getAttribute(OidcUtils.TENANT_ID_ATTRIBUTE);
        if (tenant == null || !(identity.getPrincipal() instanceof JsonWebToken token)) return Uni.createFrom().item(identity);
        return Uni.createFrom().item(withRoles(identity, roles(tenant, token, identity.getRoles())));
    }

    private Set<String> roles(String tenant, JsonWebToken token, Set<String> claimed) {
        return switch (tenant) {
            case Tenant.AGENTS -> Set.of(Role.AGENT);
            case Tenant.SANDBOXES -> Set.of(Role.SANDBOX);
            case Tenant.PEOPLE -> claimed.contains(Role.SERVICE) ? ofService(token) : ofPerson(claimed);
            default -> Set.of();
        };
    }

    private Set<String> ofService(JsonWebToken token) {
        Object client = token.getClaim(config.clientClaim());
        return client instanceof String id ? Set.of(Role.ofService(id)) : Set.of();
    }

    private static Set<String> ofPerson(Set<String> claimed) {
        Set<String> known = new HashSet<>(claimed);
        known.retainAll(Role.OF_PEOPLE);
        return known;
    }

    private static SecurityIdentity withRoles(SecurityIdentity identity, Set<String> roles) {
        return QuarkusSecurityIdentity.builder().setPrincipal(identity.getPrincipal()).addCredentials(identity.getCredentials())
                .addAttributes(identity.getAttributes()).addRoles(roles).build();
    }
}
