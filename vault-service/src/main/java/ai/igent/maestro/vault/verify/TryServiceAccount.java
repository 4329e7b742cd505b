package ai.igent.maestro.vault.verify;

import java.io.IOException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.smallrye.mutiny.Uni;

import ai.igent.maestro.egress.Form;
import ai.igent.maestro.vault.catalog.Verification;
import ai.igent.maestro.vocabulary.SecretValue;

/** Asks for a token with an assertion signed with a service account's key. What the account's file says of addresses is not heeded. */
@ApplicationScoped
class TryServiceAccount {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String GRANT = "urn:ietf:params:oauth:grant-type:jwt-bearer";
    private static final long LIFE_SECONDS = 60;

    private final TokenRequest tokenRequest;
    private final Clock clock;

    TryServiceAccount(TokenRequest tokenRequest, Clock clock) {
        this.tokenRequest = tokenRequest;
        this.clock = clock;
    }

    Uni<Verdict> of(Verification.ServiceAccount how, URI base, Credentials credentials) {
        URI target = URI.create(base + how.path());
        return account(credentials.get(how.variable())).flatMap(account -> assertion(how, target, account).map(assertion -> {
            Form form = new Form().with("grant_type", GRANT).with("assertion", assertion);
            assertion.close();
            return tokenRequest.send(target, form, ProviderText.name(account, "/client_email"), null);
        })).orElseGet(() -> Uni.createFrom().item(Verdict.of(Explanation.MALFORMED)));
    }

    private static Optional<JsonNode> account(SecretValue value) {
        return value.borrow(utf8 -> {
            try {
                return Optional.ofNullable(JSON.readTree(utf8)).filter(json -> json.hasNonNull("client_email"));
            } catch (IOException notJson) {
                return Optional.empty();
            }
        });
    }

    private Optional<SecretValue> assertion(Verification.ServiceAccount how, URI target, JsonNode account) {
        try {
            var signature = new JsonWebSignature();
            signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
            signature.setKeyIdHeaderValue(account.path("private_key_id").asText(""));
            signature.setPayload(claims(how, target, account).toJson());
            signature.setKey(key(account.path("private_key").asText("")));
            return Optional.of(SecretValue.of(signature.getCompactSerialization()));
        } catch (JoseException | GeneralSecurityException | IllegalArgumentException noKey) {
            return Optional.empty();
        }
    }

    private JwtClaims claims(Verification.ServiceAccount how, URI target, JsonNode account) {
        Instant now = clock.instant();
        var claims = new JwtClaims();
        claims.setIssuer(account.path("client_email").asText());
        claims.setAudience(target.toString());
        claims.setStringClaim("scope", how.scope());
        claims.setIssuedAt(NumericDate.fromSeconds(now.getEpochSecond()));
        claims.setExpirationTime(NumericDate.fromSeconds(now.getEpochSecond() + LIFE_SECONDS));
        return claims;
    }

    /** PKCS #8 between PEM lines, as the file has it. */
    private static PrivateKey key(String pem) throws GeneralSecurityException {
        String body = pem.replaceAll("-----(BEGIN|END) PRIVATE KEY-----", "").replaceAll("\\s", "");
        return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(body)));
    }
}
