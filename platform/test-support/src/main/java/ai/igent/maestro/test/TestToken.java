package ai.igent.maestro.test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;

/** A token in the making. Starts as one that is accepted; each {@code with...} method changes one thing about it. */
public final class TestToken {
    private static final Duration LIFE = Duration.ofMinutes(5);

    private final JwtClaims claims = new JwtClaims();
    private SigningKey key;

    private TestToken(SigningKey key, String issuer, String audience, String subject) {
        this.key = key;
        Instant now = Instant.now();
        claims.setIssuer(issuer);
        claims.setAudience(audience);
        claims.setSubject(subject);
        claims.setJwtId(UUID.randomUUID().toString());
        claims.setIssuedAt(NumericDate.fromSeconds(now.getEpochSecond()));
        claims.setExpirationTime(NumericDate.fromSeconds(now.plus(LIFE).getEpochSecond()));
    }

    /** Somebody signed in just now at the console, with these roles. */
    static TestToken person(String subject, List<String> roles, Map<String, String> organizations) {
        return new TestToken(SigningKey.PEOPLE, TestIssuer.people(), "maestro", subject).withRoles(roles)
                .with("organizations", organizations)
                .withClient("maestro-console").withSignInAt(Instant.now());
    }

    static TestToken service(String client) {
        return new TestToken(SigningKey.PEOPLE, TestIssuer.people(), "maestro", client).withRoles(List.of("service")).withClient(client);
    }

    /** Of a session: {@code kind} is {@code agent} or {@code sandbox}. */
    static TestToken ofSession(String kind, String session, long generation) {
        return new TestToken(SigningKey.SESSIONS, TestIssuer.sessions(), "maestro-" + kind, kind + "-of-" + session)
                .with("session", session)
                .with("generation", generation);
    }

    public TestToken withRoles(List<String> roles) {
        return with("roles", roles);
    }

    /** Issued to this client ({@code azp}). */
    public TestToken withClient(String client) {
        return with("azp", client);
    }

    public TestToken withSignInAt(Instant time) {
        return with("auth_time", time.getEpochSecond());
    }

    public TestToken withExpiry(Instant time) {
        claims.setExpirationTime(NumericDate.fromSeconds(time.getEpochSecond()));
        return this;
    }

    /** Made at that time; what it claims, it claimed then. */
    public TestToken withIssuedAt(Instant time) {
        claims.setIssuedAt(NumericDate.fromSeconds(time.getEpochSecond()));
        return this;
    }

    public TestToken withAudience(String audience) {
        claims.setAudience(audience);
        return this;
    }

    public TestToken withIssuer(String issuer) {
        claims.setIssuer(issuer);
        return this;
    }

    public TestToken with(String claim, Object value) {
        claims.setClaim(claim, value);
        return this;
    }

    /** Signed by a key that the issuer never had. */
    public TestToken forged() {
        key = SigningKey.UNKNOWN;
        return this;
    }

    /** The compact form, as it stands after {@code Bearer}. */
    public String text() {
        return key.sign(claims);
    }
}
