package ai.igent.maestro.vault.verify;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.restassured.response.ValidatableResponse;

import ai.igent.maestro.test.Canary;
import ai.igent.maestro.test.Database;
import ai.igent.maestro.test.JsonSchemas;
import ai.igent.maestro.test.SentEvents;
import ai.igent.maestro.test.TestTokens;
import ai.igent.maestro.vault.VaultApi;
import ai.igent.maestro.vault.VaultTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

/** Who has what verified, how often, and what is on record before anything leaves. */
@VaultTest
class VerifyTest {
    private static final String GOOD = "{\"login\":\"octocat\"}";
    private static int names;

    private final Canary token = Canary.named("verified");
    private final VaultApi user = VaultApi.as("verifier-" + ++names);
    private PlayedProviders providers;
    private String id;

    @Inject
    Database database;

    @BeforeEach
    void givenATokenThatTheProviderAccepts() {
        providers = PlayedProviders.listen();
        providers.answer(200, GOOD);
        id = user.register("GITHUB_TOKEN", token.text());
    }

    @AfterEach
    void stop() {
        providers.close();
    }

    @Test
    void theAttemptIsOnRecordBeforeTheValueLeaves() {
        var recorded = new long[1];
        var loader = Thread.currentThread().getContextClassLoader();
        providers.answer(exchange -> {
            Thread.currentThread().setContextClassLoader(loader);
            recorded[0] = records(id, "success");
            PlayedProviders.answer(exchange, 200, GOOD, Map.of());
        });

        verify(user).statusCode(200).body("status", equalTo("valid"));

        assertThat(recorded[0]).isEqualTo(1);
    }

    @Test
    void withoutTheRecordNothingLeaves() {
        database.execute("alter table outbox_message rename to outbox_message_away");
        try {
            verify(user).statusCode(500).body(not(containsString("canary")));
        } finally {
            database.execute("alter table outbox_message_away rename to outbox_message");
        }
        assertThat(providers.seen()).isEmpty();
    }

    @Test
    void theRecordIsAsPublished() {
        verify(user).statusCode(200);

        var record = SentEvents.ofThisJvm().await("audit-records.v1", event -> event.data().at("/subject/id").asText().equals(id)
                && event.data().get("type").asText().equals("secret.verified"));
        JsonSchemas.assertValid("audit.recorded", record.data());
        assertThat(token.isIn(record.toString())).isFalse();
    }

    @Test
    void aSecondAttemptHasToWait() {
        verify(user).statusCode(200);

        verify(user).statusCode(429).body("code", equalTo("too-many-requests")).header("Retry-After", equalTo("10"));
        assertThat(providers.seen()).hasSize(1);

        database.execute("update secret_verification set attempted_at = attempted_at - interval '11 seconds' where secret = ?", id);
        verify(user).statusCode(200);
    }

    @Test
    void anOwnerHasSoManyAttemptsInAMinuteWhateverTheSecrets() {
        verify(user).statusCode(200);
        database.execute("update verification_budget set used = 30 where owner = ?", "user:verifier-" + names);
        id = user.register(Map.of("name", "ANOTHER_TOKEN", "value", token.text(), "variable", "GITHUB_TOKEN"));

        verify(user).statusCode(429).header("Retry-After", equalTo("60"));

        database.execute("update verification_budget set since = since - interval '61 seconds' where owner = ?", "user:verifier-" + names);
        verify(user).statusCode(200);
    }

    @Test
    void ofTwoAttemptsAtOnceOneIsMade() throws InterruptedException {
        var asked = new CountDownLatch(1);
        var refused = new CountDownLatch(1);
        providers.answer(exchange -> {
            asked.countDown();
            await(refused);
            PlayedProviders.answer(exchange, 200, GOOD, Map.of());
        });
        var first = Thread.ofPlatform().start(() -> verify(user).statusCode(200));
        await(asked);
        verify(user).statusCode(429);
        refused.countDown();
        first.join();

        assertThat(providers.seen()).hasSize(1);
    }

    @Test
    void anOrganizationsSecretIsVerifiedByItsAdminsAlone() {
        id = VaultApi.as("alice").register(Map.of("name", "SHARED_VERIFY_" + names, "value", token.text(), "variable", "GITHUB_TOKEN",
                "organization", "acme"));

        verify(VaultApi.as("bob")).statusCode(403).body("code", equalTo("organization-admin-required"));
        verify(VaultApi.as("carol")).statusCode(404);
        assertThat(providers.seen()).isEmpty();
        verify(VaultApi.as("alice")).statusCode(200).body("status", equalTo("valid"));
    }

    @Test
    void whatIsDeletedOrLeakedDoesNotLeave() {
        user.post("/v1/secrets/" + id + "/report-leak", Map.of()).statusCode(200);
        verify(user).statusCode(409).body("code", equalTo("secret-compromised"));
        assertThat(records(id, "denied")).isEqualTo(1);

        user.delete("/v1/secrets/" + id).statusCode(204);
        verify(user).statusCode(409).body("code", equalTo("secret-deleted"));
        assertThat(providers.seen()).isEmpty();
    }

    @Test
    void whatHasExpiredIsNotSent() {
        user.patch("/v1/secrets/" + id, Map.of("expiresAt", "2020-01-01T00:00:00Z")).statusCode(200);

        verify(user).statusCode(200).body("status", equalTo("expired"));
        assertThat(providers.seen()).isEmpty();
        assertThat(records(id, "success")).isZero();
    }

    @Test
    void aRowChangedByHandIsNotSent() {
        assertThat(database.execute("update secret set epoch = 7 where id = ?", id)).isEqualTo(1);

        verify(user).statusCode(409).body("code", equalTo("secret-tampered"));
        assertThat(providers.seen()).isEmpty();
        assertThat(records(id, "denied")).isEqualTo(1);
    }

    @Test
    void aPartOfTheSetThatWasChangedByHandIsNotSent() {
        String secretKey = user.register("AWS_SECRET_ACCESS_KEY", token.text());
        id = user.register("AWS_ACCESS_KEY_ID", "AKIAIOSFODNN7EXAMPLE");
        assertThat(database.execute("update secret set epoch = 7 where id = ?", secretKey)).isEqualTo(1);

        verify(user).statusCode(409).body("code", equalTo("secret-tampered"));
        assertThat(providers.seen()).isEmpty();
    }

    @Test
    void aProviderThatRepeatsTheValueIsNotQuoted() {
        providers.answer(200, "{\"login\":\"you sent " + token.text() + "\"}", Map.of("X-OAuth-Scopes", "repo, " + token.text()));

        String body = verify(user).statusCode(200).body("account", nullValue()).body("scopes", equalTo(List.of("repo"))).extract()
                .asString();
        assertThat(token.isIn(body)).isFalse();
    }

    @Test
    void whatWasFoundOutIsKnownToTheDiagnosisUntilTheValueChanges() {
        verify(user).statusCode(200);
        described().body("items[0].verifiedStatus", equalTo("valid")).body("items[0].verifiedAt", containsString("T"));

        user.changeValue(id, token.text() + "-new");
        described().body("items[0].verifiedStatus", nullValue()).body("items[0].verifiedAt", nullValue());
    }

    @Test
    void aProviderThatIsAwayChangesNothingThatWasFoundOut() {
        verify(user).statusCode(200);
        database.execute("update secret_verification set attempted_at = attempted_at - interval '11 seconds' where secret = ?", id);
        providers.answer(503, "{}");

        verify(user).statusCode(200).body("status", equalTo("unreachable"));
        described().body("items[0].verifiedStatus", equalTo("valid"));
    }

    @Test
    void nothingOfTheValueIsLeftBehind() {
        verify(user).statusCode(200);

        assertThat(token.isIn(database.dump())).isFalse();
    }

    @Test
    void purgingTakesTheResultAlong() {
        verify(user).statusCode(200);

        user.delete("/v1/secrets/" + id + "?purge=true").statusCode(204);
        assertThat(database.count("select count(*) from secret_verification where secret = ?", id)).isZero();
    }

    private ValidatableResponse verify(VaultApi caller) {
        return caller.request().post("/v1/secrets/" + id + "/verify").then();
    }

    private ValidatableResponse described() {
        return VaultApi.with(TestTokens.service("session-service")).post("/internal/v1/describe", new HashMap<>(Map.of("ids", List.of(id))))
                .statusCode(200);
    }

    private long records(String secret, String outcome) {
        return database.count("""
                select count(*) from outbox_message where topic = 'audit-records.v1' and data::jsonb ->> 'type' = 'secret.verified'
                and data::jsonb #>> '{subject,id}' = ? and data::jsonb ->> 'outcome' = ?""", secret, outcome);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, java.util.concurrent.TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
