package ai.igent.maestro.web.identity;

import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.oidc.runtime.OidcUtils;
import io.quarkus.security.credential.TokenCredential;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;

/**
 * Lets in a bearer token that was verified a moment ago and is remembered by {@link VerifiedTokens}: checking a signature costs more than all else an
 * answer from memory costs, and finding out who would have to check it as much as a read from the database. Every other request goes on to the
 * verification, which refuses what is to be refused.
 */
@ApplicationScoped
class KnownTokens implements HttpAuthenticationMechanism {
    private static final String SCHEME = "Bearer ";
    private static final int BEFORE_THE_VERIFICATION = DEFAULT_PRIORITY + 1000;

    private final VerifiedTokens verified;
    private final GrantedRoles granted;

    KnownTokens(VerifiedTokens verified, GrantedRoles granted) {
        this.verified = verified;
        this.granted = granted;
    }

    @Override
    public int getPriority() {
        return BEFORE_THE_VERIFICATION;
    }

    /** Nothing, which leaves it to the next, when the token is not known. */
    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext request, IdentityProviderManager manager) {
        String token = bearer(request.request().getHeader(HttpHeaders.AUTHORIZATION));
        if (token == null) return Uni.createFrom().nullItem();
        return Uni.createFrom().item(verified.find(token).map(known -> identity(known, token, request)).orElse(null));
    }

    private static String bearer(String authorization) {
        boolean isBearer = authorization != null && authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
        return isBearer ? authorization.substring(SCHEME.length()) : null;
    }

    /** What verification would have made: of the token what was kept, of the request what is its own. */
    private SecurityIdentity identity(VerifiedToken known, String token, RoutingContext request) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(known.claims())
                .addRoles(granted.to(known.tenant(), known.claims(), known.claimedRoles()))
                .addCredential(new TokenCredential(token, "bearer"))
                .addAttribute(OidcUtils.TENANT_ID_ATTRIBUTE, known.tenant())
                .addAttribute(HttpSecurityUtils.ROUTING_CONTEXT_ATTRIBUTE, request)
                .build();
    }

    /** The verification's business. */
    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext request) {
        return Uni.createFrom().nullItem();
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of(TokenAuthenticationRequest.class);
    }

    @Override
    public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext request) {
        return Uni.createFrom().nullItem();
    }
}
