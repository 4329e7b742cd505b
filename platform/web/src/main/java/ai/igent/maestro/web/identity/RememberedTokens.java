package ai.igent.maestro.web.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;

import org.eclipse.microprofile.jwt.JsonWebToken;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import io.quarkus.oidc.runtime.OidcAuthenticationMechanism;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;

/**
 * Remembers for a minute whose a verified bearer token is, so that its signature is not checked at each of many calls with the same token. Never
 * longer than the token lives, and never a token that was refused. A key that an issuer withdraws counts for that minute longer; what revokes single
 * tokens (a session's generation, its end) is asked at each call all the same.
 */
@Alternative
@Priority(1)
@ApplicationScoped
class RememberedTokens implements HttpAuthenticationMechanism {
    private static final Duration AT_MOST = Duration.ofMinutes(1);
    private static final int MOST = 10_000;
    private static final String SCHEME = "Bearer ";

    private final OidcAuthenticationMechanism oidc;
    private final Clock clock;
    private final Cache<String, Remembered> remembered = Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(AT_MOST).build();

    RememberedTokens(OidcAuthenticationMechanism oidc, Clock clock) {
        this.oidc = oidc;
        this.clock = clock;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext request, IdentityProviderManager providers) {
        String authorization = request.request().getHeader(HttpHeaders.AUTHORIZATION);
        if (authorization == null || !authorization.startsWith(SCHEME)) return oidc.authenticate(request, providers);
        Remembered known = remembered.getIfPresent(authorization);
        if (known != null && clock.instant().isBefore(known.until())) return Uni.createFrom().item(known.identity());
        return oidc.authenticate(request, providers).invoke(identity -> remember(authorization, identity));
    }

    private void remember(String authorization, SecurityIdentity identity) {
        if (identity == null || identity.isAnonymous() || !(identity.getPrincipal() instanceof JsonWebToken token)) return;
        remembered.put(authorization, new Remembered(withoutRequest(identity), Instant.ofEpochSecond(token.getExpirationTime())));
    }

    /** Quarkus keeps the request among the attributes; the next request is another one. */
    private static SecurityIdentity withoutRequest(SecurityIdentity identity) {
        QuarkusSecurityIdentity.Builder kept = QuarkusSecurityIdentity.builder().setPrincipal(identity.getPrincipal())
                .addCredentials(identity.getCredentials()).addRoles(identity.getRoles());
        identity.getAttributes().forEach((name, value) -> {
            if (!(value instanceof RoutingContext)) kept.addAttribute(name, value);
        });
        return kept.build();
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext request) {
        return oidc.getChallenge(request);
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return oidc.getCredentialTypes();
    }

    @Override
    public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext request) {
        return oidc.getCredentialTransport(request);
    }

    /** Not to be printed: the credentials of an identity are its token. */
    private record Remembered(SecurityIdentity identity, Instant until) {
        @Override
        public String toString() {
            return "Remembered[until=" + until + "]";
        }
    }
}
