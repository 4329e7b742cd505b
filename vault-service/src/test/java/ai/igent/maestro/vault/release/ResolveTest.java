package ai.igent.maestro.vault.release;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.restassured.response.ValidatableResponse;

import ai.igent.maestro.test.Database;
import ai.igent.maestro.test.TestTokens;
import ai.igent.maestro.vault.VaultApi;
import ai.igent.maestro.vault.VaultTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

@VaultTest
class ResolveTest {
    private static final VaultApi INJECTOR = VaultApi.with(TestTokens.service("sandbox-injector"));
    private static int names;

    private final VaultApi user = VaultApi.as("resolver");
    private String id;

    @Inject
    Database database;

    @BeforeEach
    void givenASecret() {
        id = user.register("RESOLVED_" + ++names, "canary-\u00e4-\"quoted\"");
    }

    @Test
    void againstAGrantTheCurrentValueIsReleased() {
        user.changeValue(id, "canary-new");

        resolve(grant().with(id)).statusCode(200).header("Cache-Control", "no-store")
                .body("values.id", contains(id)).body("values.version", contains(2)).body("values.value", contains("canary-new"))
                .body("values.name", contains("RESOLVED_" + names)).body("failed", empty());
    }

    @Test
    void valuesArriveAsTheyWereGiven() {
        resolve(grant().with(id)).body("values.value", contains("canary-\u00e4-\"quoted\""));
    }

    @Test
    void tellsWhereGitMayUseATokenAndNothingOfWhatIsNotForGit() {
        String token = user
                .register(Map.of("name", "GITHUB_TOKEN", "value", "canary-git", "integration", "github", "account", "git_" + ++names));

        resolve(grant().with(token)).body("values[0].git.host", equalTo("github.com"))
                .body("values[0].git.username", equalTo("x-access-token")).body("values[0].git.account", equalTo("git_" + names));
        resolve(grant().with(id)).body("values[0]", not(hasKey("git")));
    }

    /** As in {@code verify}: it counts as the one confidential variable of its integration. */
    @Test
    void aTokenUnderANameOfOnesOwnIsForGitToo() {
        String token = user.register(Map.of("name", "GITHUB_WORK_" + ++names, "value", "canary-git", "integration", "github"));

        resolve(grant().with(token)).body("values[0].git.host", equalTo("github.com"));
    }

    @Test
    void aTokenOfOnesOwnHostIsForThatHostAloneWhetherItsAddressIsActiveOrNot() {
        Map<String, String> set = Map.of("integration", "gitlab", "account", "own_" + ++names);
        String token = user.register(with(set, Map.of("name", "GITLAB_TOKEN", "value", "canary-git")));
        resolve(grant().with(token)).body("values[0].git.host", equalTo("gitlab.com")).body("values[0].git.username", equalTo("oauth2"));

        String address = user
                .register(with(set, Map.of("name", "GITLAB_URL", "value", "https://Git.example.com:8443/x", "kind", "variable")));

        resolve(grant().with(token)).body("values[0].git.host", equalTo("git.example.com:8443"));
        user.changeValue(address, "http://git.example.com");
        resolve(grant().with(token)).body("values[0]", not(hasKey("git")));
    }

    private static Map<String, String> with(Map<String, String> labels, Map<String, String> more) {
        Map<String, String> all = new HashMap<>(labels);
        all.putAll(more);
        return all;
    }

    @Test
    void theReleaseIsOnRecordBeforeTheAnswer() {
        resolve(grant().with(id)).statusCode(200);

        assertThat(records(id, "success")).isEqualTo(1);
    }

    @Test
    void withoutTheRecordThereIsNoValue() {
        database.execute("alter table outbox_message rename to outbox_message_away");
        try {
            resolve(grant().with(id)).statusCode(500).body(not(containsString("canary")));
        } finally {
            database.execute("alter table outbox_message_away rename to outbox_message");
        }
    }

    @Test
    void anExpiredGrantIsRefused() {
        refused(grant().with(id).withLife(Duration.ofSeconds(-1)));
    }

    @Test
    void aGrantForAnotherClientIsRefused() {
        refused(grant().with(id).withClient("console"));
    }

    @Test
    void aGrantForAnotherServiceIsRefused() {
        refused(grant().with(id).withAudience("oauth-service"));
    }

    @Test
    void textThatIsNoGrantIsRefused() {
        INJECTOR.post("/internal/v1/resolve", Map.of("grant", "nonsense")).statusCode(403).body("code", equalTo("grant-refused"));
        INJECTOR.post("/internal/v1/resolve", Map.of()).statusCode(403).body("code", equalTo("grant-refused"));
    }

    @Test
    void aSecretOfAnotherOwnerIsNotReleasedWhateverTheGrantSays() {
        String foreign = VaultApi.as("somebody").register(Map.of("name", "FOREIGN", "value", "canary-foreign", "account", "A" + names));

        failed(grant().with(foreign), foreign, "not-found");
        failed(grant().with(foreign, "user", "somebody", 1), foreign, "not-found");
        assertThat(records(foreign, "denied")).isEqualTo(2);
    }

    @Test
    void anOrganizationsSecretNeedsASessionOfThatOrganization() {
        String shared = VaultApi.as("alice")
                .register(Map.of("name", "RELEASE_SHARED_" + names, "value", "canary-org", "organization", "acme"));

        failed(grant().with(shared, "organization", "acme", 1), shared, "not-found");
        failed(grant().withOrganization("other").with(shared, "organization", "acme", 1), shared, "not-found");
        resolve(grant().withOrganization("acme").with(shared, "organization", "acme", 1)).statusCode(200).body("values.id",
                contains(shared));
    }

    @Test
    void consentForAnotherEpochReleasesNothing() {
        user.patch("/v1/secrets/" + id, Map.of("environment", "production")).statusCode(200);

        failed(grant().with(id), id, "epoch-changed");
        resolve(grant().with(id, "user", "resolver", 2)).body("values.id", contains(id));
    }

    @Test
    void aDeletedSecretIsNotReleased() {
        user.delete("/v1/secrets/" + id).statusCode(204);

        failed(grant().with(id, "user", "resolver", 2), id, "deleted");
    }

    @Test
    void aLeakedSecretIsNotReleasedUntilItHasANewValueAndNewConsent() {
        user.request().post("/v1/secrets/" + id + "/report-leak").then().statusCode(200);
        failed(grant().with(id, "user", "resolver", 2), id, "compromised");

        user.changeValue(id, "canary-after-the-leak");
        failed(grant().with(id), id, "epoch-changed");
        resolve(grant().with(id, "user", "resolver", 2)).body("values.value", contains("canary-after-the-leak"));
    }

    @Test
    void whoeverReportsALeakLearnsWhichSessionsHadIt() {
        String dead = user.register("NEVER_" + names, "canary-never");
        user.delete("/v1/secrets/" + dead).statusCode(204);
        resolve(grant().with(id).with(id).with(dead)).statusCode(200);
        resolve(grant().with(id)).statusCode(200);

        user.request().post("/v1/secrets/" + id + "/report-leak").then().statusCode(200).body("sessions.id", contains(TestGrant.SESSION))
                .body("sessions.count", contains(2));
        assertThat(database.count("select count(*) from session_release where secret = ?", dead)).isZero();
        user.delete("/v1/secrets/" + id + "?purge=true").statusCode(204);
        assertThat(database.count("select count(*) from session_release where secret = ?", id)).isZero();
    }

    @Test
    void anExpiredSecretIsNotReleased() {
        user.patch("/v1/secrets/" + id, Map.of("expiresAt", "2020-01-01T00:00:00Z")).statusCode(200);

        failed(grant().with(id), id, "expired");
    }

    @Test
    void aSecretNobodyKnowsIsNotFound() {
        String unknown = "sec_" + "f".repeat(32);

        failed(grant().with(unknown), unknown, "not-found");
    }

    @Test
    void oneDeadSecretDoesNotHoldUpTheOthers() {
        String dead = user.register("DEAD_" + names, "canary-dead");
        user.delete("/v1/secrets/" + dead).statusCode(204);
        String second = user.register("SECOND_" + names, "canary-second");

        resolve(grant().with(dead, "user", "resolver", 2).with(id).with(second)).statusCode(200)
                .body("values.id", containsInAnyOrder(id, second)).body("failed.id", contains(dead));
    }

    @Test
    void connectionsAreNotThisServicesToAnswer() {
        resolve(grant().withConnection("con_" + "0".repeat(32)).with(id)).statusCode(200).body("values.id", contains(id))
                .body("failed", empty());
    }

    @Test
    void anEmptyGrantReleasesNothing() {
        resolve(grant()).statusCode(200).body("values", empty()).body("failed", empty());
    }

    private static TestGrant grant() {
        return TestGrant.forSessionOf("resolver");
    }

    private static ValidatableResponse resolve(TestGrant grant) {
        return INJECTOR.post("/internal/v1/resolve", Map.of("grant", grant.text()));
    }

    private void refused(TestGrant grant) {
        resolve(grant).statusCode(403).body("code", equalTo("grant-refused")).body(not(containsString("canary")));
        assertThat(records(id, "success")).isZero();
    }

    private static void failed(TestGrant grant, String secret, String code) {
        resolve(grant).statusCode(200).body("values", empty()).body("failed.id", contains(secret)).body("failed.code", contains(code));
    }

    private long records(String secret, String outcome) {
        return database.count("""
                select count(*) from\s""" + Database.RECORDS + """
                where record ->> 'type' = 'secret.released'
                and record #>> '{subject,id}' = ? and record ->> 'outcome' = ? and record ->> 'session' = ?""", secret,
                outcome, TestGrant.SESSION);
    }
}
