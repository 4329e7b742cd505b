package ai.igent.maestro.session.signing;

import java.util.Base64;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.quarkus.vertx.VertxContextSupport;

import ai.igent.maestro.session.SessionTest;
import ai.igent.maestro.test.Database;
import ai.igent.maestro.test.TestTokens;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

@SessionTest
class RotateKeysTest {
    @Inject
    RotateKeys rotateKeys;
    @Inject
    Database database;

    /** Whatever this test retired is gone afterwards. */
    @AfterEach
    void cleanUp() throws Throwable {
        ripen();
        rotate();
        database.execute("update signing_key set retired_at = now() - interval '40 days' where state = 'retired'");
        rotate();
        assertThat(states()).containsExactlyInAnyOrder("session-token current", "grant current");
    }

    @Test
    void aYoungKeyStays() throws Throwable {
        agentToken();
        List<String> before = published();

        rotate();

        assertThat(published()).isEqualTo(before);
    }

    @Test
    void theNextKeyIsPublishedBeforeItSignsAndTheOldOneAfterwards() throws Throwable {
        String old = agentToken();
        age();

        rotate();

        assertThat(states()).contains("session-token next", "session-token current");
        assertThat(keyOf(agentToken())).isEqualTo(keyOf(old));
        assertThat(published()).hasSize(4);

        ripen();
        rotate();

        String young = agentToken();
        assertThat(keyOf(young)).isNotEqualTo(keyOf(old));
        verifies(old);
        verifies(young);
        assertThat(records(keyOf(young))).isEqualTo(1);
    }

    @Test
    void rotatingAtOnceMakesOneNextKey() throws Throwable {
        agentToken();
        age();

        VertxContextSupport.subscribeAndAwait(() -> rotateKeys.run());
        VertxContextSupport.subscribeAndAwait(() -> rotateKeys.run());

        assertThat(states()).filteredOn(state -> state.endsWith("next")).hasSize(2);
    }

    @Test
    void aKeyIsForgottenOnceNothingItSignedIsValid() throws Throwable {
        String old = agentToken();
        age();
        rotate();
        ripen();
        rotate();
        database.execute("update signing_key set retired_at = now() - interval '30 days' where state = 'retired'");
        rotate();
        assertThat(published()).contains(keyOf(old));

        database.execute("update signing_key set retired_at = now() - interval '31 days' where state = 'retired'");
        rotate();

        assertThat(published()).doesNotContain(keyOf(old)).hasSize(2);
    }

    private void rotate() throws Throwable {
        VertxContextSupport.subscribeAndAwait(() -> rotateKeys.run());
    }

    private void age() {
        database.execute("update signing_key set signs_since = now() - interval '30 days' where state = 'current'");
    }

    private void ripen() {
        database.execute("update signing_key set created_at = now() - interval '16 minutes' where state = 'next'");
    }

    private List<String> states() {
        return database.column("select purpose || ' ' || state from signing_key");
    }

    private long records(String key) {
        return database.count("""
                select count(*) from outbox_message where data::json ->> 'type' = 'signing-key.rotated'
                and data::json -> 'subject' ->> 'id' = ?""", key);
    }

    private static String agentToken() {
        return given().auth().oauth2(TestTokens.platform()).contentType("application/json").body(Map.of("user", "alice"))
                .post("/v1/sessions").then().statusCode(201).extract().path("agentToken");
    }

    private static String keyOf(String token) {
        String header = new String(Base64.getUrlDecoder().decode(token.split("\\.")[0]));
        return header.replaceAll(".*\"kid\":\"([^\"]+)\".*", "$1");
    }

    private static List<String> published() {
        return given().get("/.well-known/jwks.json").then().statusCode(200).extract().path("keys.kid");
    }

    private static void verifies(String token) throws Exception {
        var keys = new JsonWebKeySet(given().get("/.well-known/jwks.json").asString());
        var key = keys.findJsonWebKey(keyOf(token), null, null, null);
        new JwtConsumerBuilder().setVerificationKey(key.getKey()).setExpectedAudience("maestro-agent").build().processToClaims(token);
    }
}
