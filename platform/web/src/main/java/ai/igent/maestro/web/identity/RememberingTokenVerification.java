package ai.igent.maestro.web.identity;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.jwt.JsonWebToken;

import io.quarkus.oidc.runtime.OidcIdentityProvider;
import io.quarkus.oidc.runtime.OidcUtils;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.smallrye.mutiny.Uni;

/** Remembers in {@link VerifiedTokens} what the verification of tokens lets in. Everything is verified here, every time: {@link KnownTokens} stands before. */
@ApplicationScoped
class RememberingTokenVerification implements IdentityProvider<TokenAuthenticationRequest> {
    private final OidcIdentityProvider verification;
    private final VerifiedTokens verified;

    RememberingTokenVerification(OidcIdentityProvider verification, VerifiedTokens verified) {
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
        return verification.authenticate(request, context).invoke(identity -> keep(identity, request));
    }

    private void keep(SecurityIdentity identity, TokenAuthenticationRequest request) {
        String tenant = identity.getAttribute(OidcUtils.TENANT_ID_ATTRIBUTE);
        if (tenant != null && identity.getPrincipal() instanceof JsonWebToken)
            verified.keep(request.getToken().getToken(), tenant, identity.getRoles());
    }
}
