package ai.igent.maestro.vault.release;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;

import ai.igent.maestro.test.TestIssuer;

/** A grant in the making, signed with session-service's key. Starts as one that is accepted; each {@code with...} changes one thing about it. */
public final class TestGrant {
    static final String SESSION = "ses_" + "a".repeat(32);

    private final List<Map<String, Object>> items = new ArrayList<>();
    private final String user;
    private String session = SESSION;
    private String organization;
    private String client = "sandbox-injector";
    private String audience = "vault-service";
    private Duration life = Duration.ofSeconds(10);

    private TestGrant(String user) {
        this.user = user;
    }

    public static TestGrant forSessionOf(String user) {
        return new TestGrant(user);
    }

    TestGrant withSession(String id) {
        session = id;
        return this;
    }

    TestGrant withOrganization(String id) {
        organization = id;
        return this;
    }

    TestGrant withClient(String id) {
        client = id;
        return this;
    }

    TestGrant withAudience(String service) {
        audience = service;
        return this;
    }

    TestGrant withLife(Duration time) {
        life = time;
        return this;
    }

    /** Consent as given for a new secret of the session's user. */
    public TestGrant with(String secret) {
        return with(secret, "user", user, 1);
    }

    public TestGrant with(String secret, String ownerKind, String owner, long epoch) {
        items.add(
                Map.of("id", secret, "source", "vault", "owner", Map.of("kind", ownerKind, "id", owner), "epoch", epoch, "variable", "ANY",
                        "kind", "env", "mode", "value"));
        return this;
    }

    TestGrant withConnection(String id) {
        items.add(Map.of("id", id, "source", "oauth", "owner", Map.of("kind", "user", "id", user), "epoch", 1, "variable", "ANY", "kind",
                "env", "mode", "value"));
        return this;
    }

    public String text() {
        var claims = claims();
        claims.setSubject(session);
        claims.setClaim("grant", grant());
        return sign("maestro-grant+jwt", claims);
    }

    /** One signature for this and the others, as long and for whom this one is. */
    String textWith(TestGrant... others) {
        var claims = claims();
        claims.setClaim("grants", Stream.concat(Stream.of(this), Stream.of(others)).map(TestGrant::grant).toList());
        return sign("maestro-grants+jwt", claims);
    }

    private Map<String, Object> grant() {
        var grant = new HashMap<String, Object>(
                Map.of("session", session, "revision", 1, "user", user, "client", client, "purpose", "build",
                        "items", items));
        grant.put("organization", organization);
        return grant;
    }

    private JwtClaims claims() {
        var claims = new JwtClaims();
        claims.setIssuer(TestIssuer.sessions());
        claims.setAudience(audience);
        claims.setJwtId(UUID.randomUUID().toString());
        claims.setIssuedAt(NumericDate.now());
        claims.setExpirationTime(NumericDate.fromMilliseconds(Instant.now().plus(life).toEpochMilli()));
        return claims;
    }

    private static String sign(String type, JwtClaims claims) {
        try {
            var key = (RsaJsonWebKey) JsonWebKey.Factory.newJwk(TestIssuer.sessionSigningKey());
            var signature = new JsonWebSignature();
            signature.setPayload(claims.toJson());
            signature.setAlgorithmHeaderValue("RS256");
            signature.setHeader("typ", type);
            signature.setKeyIdHeaderValue(key.getKeyId());
            signature.setKey(key.getPrivateKey());
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }
}
