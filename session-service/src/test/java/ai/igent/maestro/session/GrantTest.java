package ai.igent.maestro.session;

import java.util.Base64;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jws.JsonWebSignature;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.restassured.response.ValidatableResponse;

import ai.igent.maestro.test.Database;
import ai.igent.maestro.test.TestTokens;
import ai.igent.maestro.vocabulary.SessionId;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

@SessionTest
class GrantTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String user = SessionApi.newUser();
    private String session;
    private Thing key;

    @Inject
    Database database;

    @BeforeEach
    void prepare() {
        session = SessionApi.session(user);
        key = Thing.secret(user, "KEY").known();
    }

    @Test
    void namesWhatIsActiveAndPutsTheDeliveryOnRecordOnceAndFirst() {
        SessionApi.user(user).activate(session, key.id());

        grants(Map.of("purpose", "deliver")).statusCode(200).header("Cache-Control", "no-store").body("revision", equalTo(1))
                .body("tokenGeneration", equalTo(1)).body("expiresAt", notNullValue()).body("grant", notNullValue())
                .body("items.id", contains(key.id())).body("items[0].variable", equalTo("KEY")).body("items[0].owner.id", equalTo(user))
                .body("items[0].activeUntil", notNullValue());

        assertThat(database.records(session)).endsWith("bundle.delivered success deliver")
                .containsOnlyOnce("bundle.delivered success deliver");
    }

    @Test
    void aBuildIsGrantedButIsNoDelivery() {
        SessionApi.user(user).activate(session, key.id());

        grants(Map.of("purpose", "build")).statusCode(200).body("grant", notNullValue()).body("items.id", contains(key.id()));
        grants(Map.of("purpose", "build", "have", 1)).statusCode(200).body("grant", equalTo(null)).body("items.id", contains(key.id()));

        assertThat(database.records(session)).noneMatch(record -> record.startsWith("bundle.delivered"));
    }

    @Test
    void nothingActiveIsNoDelivery() {
        grants(Map.of("purpose", "deliver")).statusCode(200).body("items", empty()).body("revision", equalTo(0));

        assertThat(database.records(session)).noneMatch(record -> record.startsWith("bundle.delivered"));
    }

    @Test
    void isSignedOnlyForWhoDoesNotHaveTheRevisionAndRecordedEitherWay() {
        SessionApi.user(user).activate(session, key.id());

        grants(Map.of("purpose", "deliver", "have", 1)).body("grant", equalTo(null)).body("items.id", contains(key.id()));
        grants(Map.of("purpose", "deliver", "have", 0)).body("grant", notNullValue());

        assertThat(database.records(session)).filteredOn("bundle.delivered success deliver"::equals).hasSize(2);
    }

    @Test
    void theGrantIsSignedByAPublishedKeyForTheInjectorAndShortLived() throws Exception {
        SessionApi.user(user).activate(session, key.id());
        String grant = grants(Map.of("purpose", "deliver")).extract().path("grant");

        var signature = (JsonWebSignature) JsonWebSignature.fromCompactSerialization(grant);
        var keys = new JsonWebKeySet(given().get("/.well-known/jwks.json").asString());
        signature.setKey(keys.findJsonWebKey(signature.getKeyIdHeaderValue(), null, null, null).getKey());
        assertThat(signature.verifySignature()).isTrue();
        assertThat(signature.getHeader("typ")).isEqualTo("maestro-grant+jwt");
        JsonNode claims = JSON.readTree(Base64.getUrlDecoder().decode(grant.split("\\.")[1]));
        assertThat(claims.path("exp").asLong() - claims.path("iat").asLong()).isLessThanOrEqualTo(10);
        assertThat(claims.path("grant").path("client").asText()).isEqualTo("sandbox-injector");
        assertThat(claims.path("grant").path("session").asText()).isEqualTo(session);
        assertThat(claims.path("grant").path("items").get(0).path("id").asText()).isEqualTo(key.id());
    }

    @Test
    void whatHasExpiredIsNotGrantedAndMakesANewRevision() {
        SessionApi.user(user).activate(session, key.id());
        database.execute("update activation set active_until = now() - interval '1 second' where session_id = ?", session);

        grants(Map.of("purpose", "deliver", "have", 1)).body("items", empty()).body("revision", equalTo(2));

        assertThat(database.records(session)).containsOnlyOnce("activation.expired success time-up")
                .noneMatch(record -> record.startsWith("bundle.delivered"));
        assertThat(database.events("sessions.v1", session)).endsWith("session.activations-changed");
    }

    @Test
    void whatHasExpiredIsAlsoEndedWhenNobodyAsks() {
        SessionApi.user(user).activate(session, key.id());
        database.execute("update activation set active_until = now() - interval '1 second' where session_id = ?", session);

        await().untilAsserted(() -> assertThat(database.records(session)).containsOnlyOnce("activation.expired success time-up"));
    }

    @Test
    void theRevisionAloneIsACheapQuestion() {
        SessionApi.user(user).activate(session, key.id());

        SessionApi.injector().get("/internal/v1/sessions/" + session + "/revision").statusCode(200).body("revision", equalTo(1))
                .body("tokenGeneration", equalTo(1));
    }

    @Test
    void onlyTheInjectorAsks() {
        String grants = "/internal/v1/sessions/" + session + "/grants";
        for (String token : List.of(TestTokens.user(user), TestTokens.platform(), TestTokens.agent(new SessionId(session)),
                TestTokens.sandbox(new SessionId(session), 1), TestTokens.service("vault-service"), TestTokens.operator())) {
            SessionApi.with(token).post(grants, Map.of("purpose", "deliver")).statusCode(403);
            SessionApi.with(token).get("/internal/v1/sessions/" + session + "/revision").statusCode(403);
        }
        SessionApi.injector().post("/internal/v1/sessions/ses_" + "0".repeat(32) + "/grants", Map.of("purpose", "deliver")).statusCode(404);
        grants(Map.of("purpose", "guess")).statusCode(422);
        grants(Map.of("purpose", "deliver", "have", "1")).statusCode(422);
        grants(Map.of("purpose", "deliver", "want", 1)).statusCode(422).body("code", equalTo("unknown-field"));
        grants(Map.of()).statusCode(422);
    }

    private ValidatableResponse grants(Map<String, ?> request) {
        return SessionApi.injector().post("/internal/v1/sessions/" + session + "/grants", request);
    }
}
