package ai.igent.maestro.grants;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Security;
import java.security.Signature;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.OctetSequenceJsonWebKey;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.smallrye.mutiny.Uni;

import ai.igent.maestro.contracts.internal.GrantItem;
import ai.igent.maestro.vocabulary.DeliveryMode;
import ai.igent.maestro.vocabulary.Owner;
import ai.igent.maestro.vocabulary.Purpose;
import ai.igent.maestro.vocabulary.SecretKind;
import ai.igent.maestro.vocabulary.SessionId;
import ai.igent.maestro.vocabulary.Source;
import ai.igent.maestro.vocabulary.VariableName;
import ai.igent.maestro.web.identity.Caller;
import ai.igent.maestro.web.identity.IdentityConfig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Signer and verifier agree, and nothing else passes. */
class GrantTest {
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final Caller.ServiceClient INJECTOR = new Caller.ServiceClient("sandbox-injector");
    private static final GrantClaims GRANT = new GrantClaims(new SessionId("ses_" + "0".repeat(32)), 7, "alice", null, INJECTOR.clientId(),
            Purpose.BUILD,
            List.of(new GrantItem("sec_" + "1".repeat(32), Source.VAULT, Owner.user("alice"), 3, new VariableName("AWS_REGION"),
                    SecretKind.VARIABLE, DeliveryMode.VALUE)));
    private static final SessionId OTHER = new SessionId("ses_" + "2".repeat(32));
    private static PublicJsonWebKey key;
    private static PublicJsonWebKey foreign;

    @BeforeAll
    static void generateKeys() throws JoseException {
        key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
        key.setKeyId("k1");
        foreign = EcJwkGenerator.generateJwk(EllipticCurves.P256);
        foreign.setKeyId("k1");
    }

    @Test
    void acceptsWhatSessionServiceSigned() {
        assertThat(verify(signed(key), "vault-service", INJECTOR, NOW)).isEqualTo(GRANT);
        assertThat(verify(signed(key), "oauth-service", INJECTOR, NOW.plusSeconds(9))).isEqualTo(GRANT);
    }

    @Test
    void acceptsAKeyOfBeforeWhichIsOfRsa() throws JoseException {
        var elder = RsaJwkGenerator.generateJwk(2048);
        elder.setKeyId("k1");

        assertThat(verify(elder, signed(elder), "vault-service", INJECTOR, NOW)).isEqualTo(GRANT);
    }

    @Test
    void findsItsKeyAmongOthersThatAreNoneForGrants() throws JoseException {
        var withoutId = EcJwkGenerator.generateJwk(EllipticCurves.P256);
        var shared = new OctetSequenceJsonWebKey(new HmacKey(new byte[32]));
        shared.setKeyId("k1");

        assertThat(verify(new JsonWebKeySet(withoutId, shared, key), signed(key), "vault-service", INJECTOR, NOW)).isEqualTo(GRANT);
    }

    @Test
    void refusesAnotherCurveUnderAKnownKeyId() throws JoseException {
        var other = EcJwkGenerator.generateJwk(EllipticCurves.P384);
        other.setKeyId("k1");
        var token = new JsonWebSignature();
        token.setPayload(payload());
        token.setAlgorithmHeaderValue("ES384");
        token.setHeader("typ", GrantFormat.TYPE);
        token.setKeyIdHeaderValue("k1");
        token.setKey(other.getPrivateKey());

        assertThatThrownBy(() -> verify(new JsonWebKeySet(other), token.getCompactSerialization(), "vault-service", INJECTOR, NOW))
                .isInstanceOf(GrantFailure.Refused.class);
    }

    @Test
    void takesNoKeyThatIsNoPointOfItsCurve() throws JoseException {
        String offTheCurve = "{\"keys\":[{\"kty\":\"EC\",\"crv\":\"P-256\",\"kid\":\"k1\",\"x\":\"" + "A".repeat(42)
                + "E\",\"y\":\"" + "A".repeat(42) + "E\"}]}";

        assertThat(VerificationKey.of(new JsonWebKeySet(offTheCurve).getJsonWebKeys().getFirst())).isEmpty();
        assertThat(VerificationKey.of(key)).isPresent();
    }

    /** What owners verify with must not become what everything else in them trusts. */
    @Test
    void leavesTheKeysAndSignaturesOfOthersToTheJdk() throws GeneralSecurityException {
        verify(signed(key), "vault-service", INJECTOR, NOW);

        var signature = Signature.getInstance("SHA256withECDSA", CurveProvider.NAME);
        assertThat(Security.getProvider(CurveProvider.NAME).getService("KeyFactory", "EC")).isNull();
        assertThat(Security.getProvider(CurveProvider.NAME).getService("Signature", signature.getAlgorithm())
                .supportsParameter(key.getPrivateKey())).isFalse();
        assertThat(Signature.getInstance("SHA256withECDSA").getProvider().getName()).isEqualTo("SunEC");
    }

    @Test
    void refusesASignatureWithThePublicKeyAsASharedOne() throws JoseException {
        var token = new JsonWebSignature();
        token.setPayload(payload());
        token.setAlgorithmHeaderValue("HS256");
        token.setHeader("typ", GrantFormat.TYPE);
        token.setKeyIdHeaderValue("k1");
        token.setKey(new HmacKey(key.getPublicKey().getEncoded()));

        refuses(token.getCompactSerialization(), "vault-service", INJECTOR, NOW);
    }

    @Test
    void givesEachSessionItsOwnOfGrantsThatWereSignedTogether() {
        var granted = granted(signedTogether(GRANT, grantOf(OTHER, INJECTOR.clientId())));

        assertThat(granted.to(GRANT.session())).isEqualTo(GRANT);
        assertThat(granted.to(OTHER)).isEqualTo(grantOf(OTHER, INJECTOR.clientId()));
    }

    @Test
    void givesASessionNothingOfWhatWasSignedForOthers() {
        var third = new SessionId("ses_" + "3".repeat(32));

        assertThatThrownBy(() -> granted(signed(key)).to(OTHER)).isInstanceOf(GrantFailure.Refused.class);
        assertThatThrownBy(() -> granted(signedTogether(GRANT, grantOf(OTHER, INJECTOR.clientId()))).to(third))
                .isInstanceOf(GrantFailure.Refused.class);
    }

    /** It comes in several calls, and its signature is not looked at each time. */
    @Test
    void believesASignatureForSeveralNoLongerAndForNobodyElseWhenItWasCheckedBefore() {
        var time = new AtomicReference<>(NOW);
        var verifier = verifier(new JsonWebKeySet(key), time::get);
        String signed = signedTogether(GRANT, grantOf(OTHER, INJECTOR.clientId()));
        assertThat(verifier.verify(signed, "vault-service", INJECTOR).await().indefinitely().to(OTHER)).isNotNull();

        time.set(NOW.plusSeconds(9));
        assertThat(verifier.verify(signed, "vault-service", INJECTOR).await().indefinitely().to(GRANT.session())).isEqualTo(GRANT);
        assertThatThrownBy(() -> verifier.verify(signed, "vault-service", new Caller.ServiceClient("console")).await().indefinitely())
                .isInstanceOf(GrantFailure.Refused.class);
        assertThatThrownBy(() -> verifier.verify(signed, "audit-service", INJECTOR).await().indefinitely())
                .isInstanceOf(GrantFailure.Refused.class);
        assertThatThrownBy(() -> verifier.verify(signed + "A", "vault-service", INJECTOR).await().indefinitely())
                .isInstanceOf(GrantFailure.Refused.class);

        time.set(NOW.plusSeconds(10));
        assertThatThrownBy(() -> verifier.verify(signed, "vault-service", INJECTOR).await().indefinitely())
                .isInstanceOf(GrantFailure.Refused.class);
    }

    @Test
    void guessesNotWhichOfSeveralIsMeant() {
        var other = grantOf(OTHER, INJECTOR.clientId());

        assertThatThrownBy(() -> granted(signedTogether(GRANT, other)).to(null)).isInstanceOf(GrantFailure.Refused.class);
        assertThatThrownBy(() -> granted(signedTogether(other, other)).to(OTHER)).isInstanceOf(GrantFailure.Refused.class);
    }

    @Test
    void refusesAllOfThemWhenOneIsForAnotherPresenter() {
        refuses(signedTogether(GRANT, grantOf(OTHER, "console")), "vault-service", INJECTOR, NOW);
    }

    @Test
    void refusesGrantsForSeveralThatCallThemselvesAGrantForOneAndTheReverse() throws JoseException {
        refuses(retyped(signedTogether(GRANT), GrantFormat.TYPE), "vault-service", INJECTOR, NOW);
        refuses(retyped(signed(key), GrantFormat.TYPE_OF_SEVERAL), "vault-service", INJECTOR, NOW);
    }

    @Test
    void refusesAnExpiredGrant() {
        refuses(signed(key), "vault-service", INJECTOR, NOW.plusSeconds(11));
    }

    @Test
    void refusesAnotherPresenter() {
        refuses(signed(key), "vault-service", new Caller.ServiceClient("console"), NOW);
    }

    @Test
    void refusesAServiceTheGrantIsNotFor() {
        refuses(signed(key), "audit-service", INJECTOR, NOW);
    }

    @Test
    void refusesAForeignSignatureUnderAKnownKeyId() {
        refuses(signed(foreign), "vault-service", INJECTOR, NOW);
    }

    @Test
    void refusesATokenOfAnotherTypeFromTheSameKey() throws JoseException {
        refuses(retyped(signed(key), "JWT"), "vault-service", INJECTOR, NOW);
    }

    @Test
    void refusesAChangedPayloadAndTextThatIsNoGrant() {
        String[] parts = signed(key).split("\\.");
        refuses(parts[0] + "." + parts[1].substring(1) + "." + parts[2], "vault-service", INJECTOR, NOW);
        refuses("x", "vault-service", INJECTOR, NOW);
        refuses("a.b.c", "vault-service", INJECTOR, NOW);
        refuses(null, "vault-service", INJECTOR, NOW);
    }

    private static void refuses(String grant, String service, Caller.ServiceClient presenter, Instant at) {
        assertThatThrownBy(() -> verify(grant, service, presenter, at)).isInstanceOf(GrantFailure.Refused.class);
    }

    private static String signed(PublicJsonWebKey with) {
        return signer().sign(GRANT, new SigningKey("k1", with.getPrivateKey()));
    }

    private static GrantSigner signer() {
        UUID id = UUID.fromString("01980000-0000-7000-8000-000000000001");
        return new GrantSigner(identity(), new ObjectMapper(), Clock.fixed(NOW, ZoneOffset.UTC), () -> id);
    }

    private static String signedTogether(GrantClaims... grants) {
        return signer().signTogether(List.of(grants), new SigningKey("k1", key.getPrivateKey()));
    }

    private static Granted granted(String grant) {
        return granted(new JsonWebKeySet(key), grant, "vault-service", INJECTOR, NOW);
    }

    private static GrantClaims grantOf(SessionId session, String client) {
        return new GrantClaims(session, 2, "bob", "acme", client, Purpose.DELIVER, List.of());
    }

    private static String payload() {
        return payload(signed(key));
    }

    private static String payload(String grant) {
        return new String(Base64.getUrlDecoder().decode(grant.split("\\.")[1]), StandardCharsets.UTF_8);
    }

    /** The same claims, signed by the same key, as another type. */
    private static String retyped(String grant, String type) throws JoseException {
        var token = new JsonWebSignature();
        token.setPayload(payload(grant));
        token.setAlgorithmHeaderValue("ES256");
        token.setHeader("typ", type);
        token.setKeyIdHeaderValue("k1");
        token.setKey(key.getPrivateKey());
        return token.getCompactSerialization();
    }

    private static GrantClaims verify(String grant, String service, Caller.ServiceClient presenter, Instant at) {
        return verify(key, grant, service, presenter, at);
    }

    private static GrantClaims verify(PublicJsonWebKey known, String grant, String service, Caller.ServiceClient presenter, Instant at) {
        return verify(new JsonWebKeySet(known), grant, service, presenter, at);
    }

    private static GrantClaims verify(JsonWebKeySet known, String grant, String service, Caller.ServiceClient presenter, Instant at) {
        return granted(known, grant, service, presenter, at).to(null);
    }

    private static Granted granted(JsonWebKeySet known, String grant, String service, Caller.ServiceClient presenter, Instant at) {
        return verifier(known, () -> at).verify(grant, service, presenter).await().indefinitely();
    }

    private static GrantVerifier verifier(JsonWebKeySet known, InstantSource time) {
        PublishedKeys published = () -> Uni.createFrom().item(known.toJson(OutputControlLevel.PUBLIC_ONLY));
        Clock clock = time.withZone(ZoneOffset.UTC);
        return new GrantVerifier(new KeySet(published, clock), identity(), new ObjectMapper(), clock);
    }

    private static IdentityConfig identity() {
        return new IdentityConfig() {
            @Override
            public String issuer() {
                return "http://issuer.test";
            }

            @Override
            public String sessionIssuer() {
                return "http://session.test";
            }

            @Override
            public String audience() {
                return "maestro";
            }

            @Override
            public Set<String> interactiveClients() {
                return Set.of("maestro-cli");
            }

            @Override
            public String rolesClaim() {
                return "roles";
            }

            @Override
            public String organizationsClaim() {
                return "organizations";
            }

            @Override
            public String clientClaim() {
                return "azp";
            }
        };
    }
}
