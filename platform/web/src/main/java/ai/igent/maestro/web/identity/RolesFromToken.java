package ai.igent.maestro.web.identity;

import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.jwt.JsonWebToken;

import io.quarkus.oidc.runtime.OidcUtils;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;

/** Gives an identity that was just verified its roles. */
@ApplicationScoped
class RolesFromToken implements SecurityIdentityAugmentor {
    private final GrantedRoles granted;

    RolesFromToken(GrantedRoles granted) {
        this.granted = granted;
    }

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        String tenant = identity.getAttribute(OidcUtils.TENANT_ID_ATTRIBUTE);
        if (tenant == null || !(identity.getPrincipal() instanceof JsonWebToken token)) return Uni.createFrom().item(identity);
        return Uni.createFrom().item(withRoles(identity, granted.to(tenant, token, identity.getRoles())));
    }

    private static SecurityIdentity withRoles(SecurityIdentity identity, Set<String> roles) {
        return QuarkusSecurityIdentity.builder().setPrincipal(identity.getPrincipal()).addCredentials(identity.getCredentials())
                .addAttributes(identity.getAttributes()).addRoles(roles).build();
    }
}
