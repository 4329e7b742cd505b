package ai.igent.maestro.web.identity;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.jwt.JsonWebToken;

import io.quarkus.oidc.runtime.OidcIdentityProvider;
import io.quarkus.oidc.runtime.OidcUtils;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.mutiny.Uni;

/**
 * Stands before the verification of tokens and spares it for a token that was verified a moment ago: checking a signature costs more than all
 * else an answer from memory costs. Only successes are remembered, by {@link VerifiedTokens}; everything else is verified, every time.
 */
@ApplicationScoped
class CachingTokenVerification implements IdentityProvider<TokenAuthenticationRequest> {
    private final OidcIdentityProvider verification;
    private final VerifiedTokens verified;

    CachingTokenVerification(OidcIdentityProvider verification, VerifiedTokens verified) {
        this.verification = verification;
        this.verified = verified;
    }

    @Override
    public Class<TokenAuthenticationRequest> getRequestType() {
        return TokenAuthenticationRequest.class;
    }

    /** Before the verification itself, which has the default. */
    @Override
    public int priority() {
        return IdentityProvider.super.priority() + 1;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(TokenAuthenticationRequest request, AuthenticationRequestContext context) {
        return verified.find(request.getToken().getToken())
                .map(token -> Uni.createFrom().item(identity(token, request)))
                .orElseGet(() -> verification.authenticate(request, context).invoke(identity -> keep(identity, request)));
    }

    private void keep(SecurityIdentity identity, TokenAuthenticationRequest request) {
        String tenant = identity.getAttribute(OidcUtils.TENANT_ID_ATTRIBUTE);
        if (tenant != null && identity.getPrincipal() instanceof JsonWebToken)
            verified.keep(request.getToken().getToken(), tenant, identity.getRoles());
    }

    /** What verification would have made: of the token what was kept, of the request what is its own. */
    private static SecurityIdentity identity(VerifiedToken token, TokenAuthenticationRequest request) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(token.claims())
                .addRoles(token.claimedRoles())
                .addCredential(request.getToken())
                .addAttribute(OidcUtils.TENANT_ID_ATTRIBUTE, token.tenant())
                .addAttribute(HttpSecurityUtils.ROUTING_CONTEXT_ATTRIBUTE, HttpSecurityUtils.getRoutingContextAttribute(request))
                .build();
    }
}
