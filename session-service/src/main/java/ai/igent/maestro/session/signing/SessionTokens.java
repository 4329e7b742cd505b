package ai.igent.maestro.session.signing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;

import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;

import io.smallrye.mutiny.Uni;

import ai.igent.maestro.session.session.Session;
import ai.igent.maestro.vocabulary.IdSource;
import ai.igent.maestro.vocabulary.ReleasedValue;
import ai.igent.maestro.web.identity.IdentityConfig;

/** Signs the tokens of a session's agent and sandbox: JWTs (RS256) that name the session and the generation of its tokens. */
@ApplicationScoped
public class SessionTokens {
    private static final String AGENT_AUDIENCE = "maestro-agent";
    private static final String SANDBOX_AUDIENCE = "maestro-sandbox";
    private static final Duration SANDBOX_LIFE = Duration.ofHours(1);

    private final SigningKeys keys;
    private final IdentityConfig identity;
    private final IdSource ids;
    private final Clock clock;

    SessionTokens(SigningKeys keys, IdentityConfig identity, IdSource ids, Clock clock) {
        this.keys = keys;
        this.identity = identity;
        this.ids = ids;
        this.clock = clock;
    }

    /** Call it outside any transaction. */
    public Uni<TokenKey> key() {
        return keys.current(KeyPurpose.SESSION_TOKEN).map(TokenKey::new);
    }

    /** Valid as long as the session. */
    public ReleasedValue forAgent(Session session, TokenKey key) {
        return sign(session, AGENT_AUDIENCE, session.expiresAt(), key);
    }

    /** Valid until {@link #sandboxExpiry}; renews itself before. */
    public ReleasedValue forSandbox(Session session, TokenKey key) {
        return sign(session, SANDBOX_AUDIENCE, sandboxExpiry(session), key);
    }

    /** An hour from now, or the session's end if that is sooner. */
    public Instant sandboxExpiry(Session session) {
        Instant hour = clock.instant().plus(SANDBOX_LIFE);
        return hour.isBefore(session.expiresAt()) ? hour : session.expiresAt();
    }

    private ReleasedValue sign(Session session, String audience, Instant expiry, TokenKey key) {
        var signature = new JsonWebSignature();
        signature.setPayload(claims(session, audience, expiry).toJson());
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        signature.setHeader("typ", "JWT");
        signature.setKeyIdHeaderValue(key.key().id());
        signature.setKey(key.key().key());
        try {
            return ReleasedValue.of(signature.getCompactSerialization());
        } catch (JoseException e) {
            throw new IllegalStateException("the signing key " + key.key().id() + " does not sign", e);
        }
    }

    private JwtClaims claims(Session session, String audience, Instant expiry) {
        var claims = new JwtClaims();
        claims.setIssuer(identity.sessionIssuer());
        claims.setAudience(audience);
        claims.setSubject(session.id().text());
        claims.setJwtId(ids.next().toString());
        claims.setIssuedAt(NumericDate.fromMilliseconds(clock.millis()));
        claims.setExpirationTime(NumericDate.fromSeconds(expiry.getEpochSecond()));
        claims.setClaim("session", session.id().text());
        claims.setClaim("generation", session.tokenGeneration());
        return claims;
    }
}
