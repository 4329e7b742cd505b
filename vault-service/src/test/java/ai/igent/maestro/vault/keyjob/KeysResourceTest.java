package ai.igent.maestro.vault.keyjob;

import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import ai.igent.maestro.test.Database;
import ai.igent.maestro.test.TestTokens;
import ai.igent.maestro.vault.VaultApi;
import ai.igent.maestro.vault.VaultTest;
import ai.igent.maestro.vocabulary.SessionId;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

/** Who may ask for key jobs, and with what. */
@VaultTest
class KeysResourceTest {
    private static final String OWNER_KEYS = "/v1/admin/owners/user:keys-resource/keys";
    private static final String NO_JOB = "/v1/admin/jobs/job_" + "0".repeat(32);

    private final VaultApi operator = VaultApi.with(TestTokens.operator());

    @Inject
    Database database;

    @ParameterizedTest
    @ValueSource(strings = {"rotate", "rewrap", "reencrypt"})
    void anOperatorIsGivenAJobAndWhereToAskForIt(String what) {
        var answer = operator.request().post("/v1/admin/keys/" + what).then().statusCode(202)
                .header("Location", startsWith("http")).body("id", startsWith("job_"), "kind", equalTo(what));
        String id = answer.extract().path("id");
        answer.header("Location", endsWith("/v1/admin/jobs/" + id));

        operator.get("/v1/admin/jobs/" + id).statusCode(200).body("id", equalTo(id));
        Operator.awaitEnd(id);
        assertThat(records(id)).contains("key-job.requested operator");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rotate", "rewrap", "reencrypt"})
    void aWishThatNoJobKnowsBeginsNone(String what) {
        operator.request().body("{\"dryRun\":true}").post("/v1/admin/keys/" + what).then().statusCode(422)
                .body("code", equalTo("unknown-field")).body("errors[0].field", equalTo("dryRun"));
    }

    @Test
    void whoeverIsNoOperatorIsRefused() {
        for (String token : List.of(TestTokens.user("alice"), TestTokens.platform(), TestTokens.auditor(),
                TestTokens.service("session-service"), TestTokens.agent(new SessionId("ses_" + "a".repeat(32)))))
            for (var path : List.of("keys/rotate", "keys/rewrap", "keys/reencrypt"))
                VaultApi.with(token).request().post("/v1/admin/" + path).then().statusCode(403).body("code", equalTo("forbidden"));
        VaultApi.as("alice").get(NO_JOB).statusCode(403);
        VaultApi.as("alice").request().body(Map.of("owner", "user:keys-resource")).delete(OWNER_KEYS).then().statusCode(403);
    }

    @Test
    void withoutATokenNothingIsDone() {
        given().post("/v1/admin/keys/rotate").then().statusCode(401).body("code", equalTo("unauthorized"));
        given().get(NO_JOB).then().statusCode(401);
        given().contentType("application/json").body(Map.of("owner", "user:keys-resource")).delete(OWNER_KEYS).then().statusCode(401);
    }

    @Test
    void aJobThatIsNotThereAndAnIdThatIsNoneAreNotFound() {
        operator.get(NO_JOB).statusCode(404).body("code", equalTo("not-found"));
        operator.get("/v1/admin/jobs/sec_" + "0".repeat(32)).statusCode(404);
        operator.get("/v1/admin/jobs/x").statusCode(404);
    }

    @Test
    void anOwnerThatIsNotRepeatedExactlyKeepsItsKeys() {
        VaultApi.as("keys-resource").register("KEPT", "canary-kept");

        destroy(Map.of("owner", "user:keys-resourcf")).statusCode(422).body("errors.code", contains("not-repeated"));
        destroy(Map.of()).statusCode(422).body("errors.field", contains("owner"));
        destroy(Map.of("owner", 5)).statusCode(422).body("errors.field", contains("owner"));
        destroy(Map.of("owner", "user:keys-resource", "surprise", 1)).statusCode(422).body("code", equalTo("unknown-field"));
        operator.request().body("").delete(OWNER_KEYS).then().statusCode(422);
        operator.request().body("{\"owner\":").delete(OWNER_KEYS).then().statusCode(400);
        operator.request().body(Map.of("owner", "x".repeat(2_000_000))).delete(OWNER_KEYS).then().statusCode(413);

        assertThat(database.count("select count(*) from data_key where owner = 'user:keys-resource' and destroyed_at is null"))
                .isEqualTo(1);
    }

    @Test
    void anOwnerWithoutKeysIsNotFoundAndOneThatIsNoneIsRefused() {
        operator.request().body(Map.of("owner", "user:nobody-here")).delete("/v1/admin/owners/user:nobody-here/keys").then()
                .statusCode(404);
        operator.request().body(Map.of("owner", "nobody")).delete("/v1/admin/owners/nobody/keys").then().statusCode(422);
    }

    @Test
    void whileOneOfAKindIsNotFinishedItIsTheAnswer() throws Throwable {
        var owner = VaultApi.as("asked-twice");
        String secret = owner.register("ASKED_TWICE", "canary-asked");
        var job = new String[1];
        database.whileLocking("select 1 from secret where id = '" + secret + "' for update", () -> {
            job[0] = Operator.asksTo("reencrypt");
            assertThat(Operator.asksTo("reencrypt")).isEqualTo(job[0]);
        });
        Operator.awaitEnd(job[0]);

        assertThat(Operator.asksTo("reencrypt")).isNotEqualTo(job[0]);
    }

    private io.restassured.response.ValidatableResponse destroy(Map<String, ?> body) {
        return operator.request().body(body).delete(OWNER_KEYS).then();
    }

    private List<String> records(String job) {
        return database.column("""
                select concat_ws(' ', data::json ->> 'type', data::json #>> '{actor,kind}') from outbox_message
                where topic = 'audit-records.v1' and data::json #>> '{subject,id}' = ? order by position""", job);
    }
}
