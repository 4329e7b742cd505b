package ai.igent.maestro.session;

import java.util.Base64;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.junit.jupiter.api.Test;

import ai.igent.maestro.test.Database;
import ai.igent.maestro.test.TestIssuer;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

@SessionTest
class SigningTest {
    @Inject
    Database database;

    @Test
    void thePublicKeysAreForEverybodyAndOnlyPublic() {
        given().get("/.well-known/jwks.json").then().statusCode(200).contentType("application/json")
                .header("Cache-Control", containsString("max-age")).body("keys", hasSize(2)).body("keys", everyItem(not(hasKey("d"))))
                .body("keys", everyItem(hasKey("kid")));
    }

    @Test
    void theAgentsTokenNamesItsSessionAndGenerationAndVerifiesWithAPublishedKey() throws Exception {
        var opened = SessionApi.open(Map.of("user", SessionApi.newUser()));
        var keys = new JsonWebKeySet(given().get("/.well-known/jwks.json").asString());
        String kid = new String(Base64.getUrlDecoder().decode(opened.<String>path("agentToken").split("\\.")[0]));
        var key = keys.getJsonWebKeys().stream().filter(each -> kid.contains(each.getKeyId())).findFirst().orElseThrow();

        var claims = new JwtConsumerBuilder().setVerificationKey(key.getKey()).setExpectedAudience("maestro-agent")
                .setExpectedIssuer(TestIssuer.sessions()).setRequireExpirationTime().build().processToClaims(opened.path("agentToken"));

        assertThat(claims.getClaimValueAsString("session")).isEqualTo(opened.path("session.id"));
        assertThat(claims.getClaimValue("generation")).isEqualTo(1L);
        assertThat(claims.hasClaim("roles")).isFalse();
    }

    @Test
    void theKeysAreMadeOnceAndStoredSealed() {
        given().get("/.well-known/jwks.json").then().statusCode(200);

        List<String> sealed = database.column("select encode(sealed_key, 'hex') from signing_key");
        assertThat(sealed).hasSize(2);
        String rsaEncryption = "06092a864886f70d010101";
        String ecPublicKey = "06072a8648ce3d0201";
        assertThat(sealed).noneMatch(key -> key.contains(rsaEncryption) || key.contains(ecPublicKey));
        assertThat(database.column("select algorithm || ' ' || encode(public_key, 'hex') from signing_key")).satisfiesExactlyInAnyOrder(
                token -> assertThat(token).startsWith("RS256").contains(rsaEncryption),
                grant -> assertThat(grant).startsWith("ES256").contains(ecPublicKey));
    }
}
