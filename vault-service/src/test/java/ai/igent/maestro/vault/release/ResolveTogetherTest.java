package ai.igent.maestro.vault.release;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.restassured.response.ValidatableResponse;

import ai.igent.maestro.test.Database;
import ai.igent.maestro.test.TestTokens;
import ai.igent.maestro.vault.VaultApi;
import ai.igent.maestro.vault.VaultTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

/** Several grants in one call: each stands for itself. */
@VaultTest
class ResolveTogetherTest {
    private static final VaultApi INJECTOR = VaultApi.with(TestTokens.service("sandbox-injector"));
    private static final String BOBS = "ses_" + "b".repeat(32);
    private static int names;

    private final VaultApi alice = VaultApi.as("together-alice");
    private final VaultApi bob = VaultApi.as("together-bob");
    private String hers;
    private String his;

    @Inject
    Database database;

    @BeforeEach
    void givenASecretOfEach() {
        hers = alice.register("TOGETHER_" + ++names, "canary-hers");
        his = bob.register("TOGETHER_" + names, "canary-his");
        // What takes longer than all of them have together is left open, as keys and code may when they are needed for the first time
        resolve(ofAlice().with(alice.register("BEFORE_" + names, "canary-before")),
                ofBob().with(bob.register("BEFORE_" + names, "canary-before")));
    }

    @Test
    void eachGrantIsAnsweredInItsPlaceAndPutOnRecord() {
        resolve(ofAlice().with(hers), ofBob().with(his)).statusCode(200).header("Cache-Control", "no-store")
                .body("answers[0].values.value", contains("canary-hers")).body("answers[1].values.value", contains("canary-his"));

        assertThat(records(hers)).isEqualTo(1);
        assertThat(records(his)).isEqualTo(1);
    }

    @Test
    void theReleasesOfOneOwnerTravelTogether() {
        String first = "ses_" + "d".repeat(32);
        String second = "ses_" + "e".repeat(32);

        resolve(ofAlice().withSession(first).with(hers), ofAlice().withSession(second).with(hers)).statusCode(200);

        assertThat(
                database.column("select type from outbox_message where data like ? and data like ?", "%" + first + "%", "%" + second + "%"))
                .containsExactly("audit.recorded-together");
    }

    @Test
    void grantsUnderOneSignatureAreAnsweredSessionBySession() {
        String signed = ofAlice().with(hers).textWith(ofBob().withSession(BOBS).with(his));

        fetch(signed, BOBS, TestGrant.SESSION).statusCode(200).body("answers[0].values.value", contains("canary-his"))
                .body("answers[1].values.value", contains("canary-hers"));

        assertThat(sessionsOf(hers)).containsExactly(TestGrant.SESSION);
        assertThat(sessionsOf(his)).containsExactly(BOBS);
    }

    @Test
    void aSessionThatASignatureIsNotForGetsNothingOfIt() {
        String signed = ofAlice().with(hers).textWith(ofBob().withSession(BOBS).with(his));
        String third = "ses_" + "c".repeat(32);

        fetch(signed, third, BOBS).statusCode(200).body("answers[0]", nullValue()).body("answers[1].values.value", contains("canary-his"));
        fetch(ofAlice().with(hers).text(), BOBS).statusCode(200).body("answers[0]", nullValue());
        resolve(List.of(signed)).statusCode(200).body("answers[0]", nullValue());
        for (Map<String, Object> alone : List.<Map<String, Object>>of(Map.of("grant", signed, "session", third), Map.of("grant", signed),
                Map.of("grant", ofAlice().with(hers).text(), "session", BOBS)))
            INJECTOR.post("/internal/v1/resolve", alone).statusCode(403).body(not(containsString("canary")));

        assertThat(records(hers)).isZero();
    }

    @Test
    void oneOfASignatureForSeveralIsResolvedAlone() {
        String signed = ofAlice().with(hers).textWith(ofBob().withSession(BOBS).with(his));

        INJECTOR.post("/internal/v1/resolve", Map.of("grant", signed, "session", BOBS)).statusCode(200)
                .body("values.value", contains("canary-his")).body("failed", empty());
    }

    @Test
    void nobodysSecretIsReleasedAgainstAnothersGrant() {
        resolve(ofAlice().with(his), ofBob().with(his)).statusCode(200).body("answers[0].values", empty())
                .body("answers[0].failed.code", contains("not-found")).body("answers[1].values.value", contains("canary-his"));
    }

    /** No constraint keeps such a row out of the table; it is nobody's but its own. */
    @ParameterizedTest
    @ValueSource(strings = {"rotate_every = 'never'", "tags = array[null]"})
    void aRowThatCannotBeReadHoldsUpNoOther(String forgery) {
        assertThat(database.execute("update secret set " + forgery + " where id = ?", hers)).isEqualTo(1);

        resolve(ofAlice().with(hers), ofBob().with(his)).statusCode(200).body("answers[0].failed.code", contains("broken"))
                .body("answers[1].values.value", contains("canary-his"));

        database.execute("update secret set rotate_every = null, tags = '{}' where id = ?", hers);
    }

    @Test
    void whatIsNoGrantIsLeftOpenAndHoldsUpNoOther() {
        resolve(List.of("x", ofAlice().with(hers).withClient("console").text(), ofBob().with(his).text())).statusCode(200)
                .body("answers[0]", nullValue()).body("answers[1]", nullValue())
                .body("answers[2].values.value", contains("canary-his"));

        assertThat(records(hers)).isZero();
    }

    @Test
    void theSameGrantTwiceIsTwoReleases() {
        String grant = ofAlice().with(hers).text();

        resolve(List.of(grant, grant)).statusCode(200).body("answers[0].values.value", contains("canary-hers"))
                .body("answers[1].values.value", contains("canary-hers"));

        assertThat(records(hers)).isEqualTo(2);
        assertThat(database.column("select count::text from session_release where secret = ?", hers)).containsExactly("2");
    }

    @Test
    void oneThatDoesNotOpenIsThatOnesFailure() {
        database.execute("update secret set variable = 'FORGED' where id = ?", hers);

        resolve(ofAlice().with(hers), ofBob().with(his)).statusCode(200).body("answers[0].values", empty())
                .body("answers[0].failed.code", contains("broken")).body("answers[1].values.value", contains("canary-his"));
    }

    @Test
    void theRecordBelongsToTheTraceOfItsOwnFetch() {
        String trace = "0af7651916cd43dd8448eb211c80319c";

        INJECTOR.post("/internal/v1/resolve/grants", Map.of("grants", List.of(
                Map.of("grant", ofAlice().with(hers).text(), "traceparent", "00-" + trace + "-b7ad6b7169203331-01"),
                Map.of("grant", ofBob().with(his).text())))).statusCode(200);

        assertThat(tracesOf(hers)).allMatch(text -> text.contains(trace));
        assertThat(tracesOf(his)).noneMatch(text -> text.contains(trace));
    }

    @Test
    void whatNeedsMoreReadingIsLeftOpen() {
        String token = alice.register(Map.of("name", "GITLAB_TOKEN", "value", "canary-git", "integration", "gitlab", "account",
                "together_" + names));

        resolve(ofAlice().with(token), ofBob().with(his)).statusCode(200).body("answers[0]", nullValue())
                .body("answers[1].values.value", contains("canary-his"));

        assertThat(records(token)).isZero();
    }

    @Test
    void withoutTheRecordsThereIsNoValueForAnybody() {
        database.execute("alter table outbox_message rename to outbox_message_away");
        try {
            resolve(ofAlice().with(hers), ofBob().with(his)).statusCode(500).body(not(containsString("canary")));
        } finally {
            database.execute("alter table outbox_message_away rename to outbox_message");
        }
    }

    @Test
    void noGrantsAreNoAnswersAndTooManyAreRefused() {
        resolve(List.of()).statusCode(200).body("answers", empty());
        resolve(Collections.nCopies(17, "x")).statusCode(422);
        fetch("x", Collections.nCopies(17, BOBS).toArray(String[]::new)).statusCode(422);
        fetch("x", "no session").statusCode(422);
        INJECTOR.post("/internal/v1/resolve/grants", Map.of()).statusCode(422);
    }

    @Test
    void onlyTheInjectorAsks() {
        alice.post("/internal/v1/resolve/grants", Map.of("grants", List.of(Map.of("grant", ofAlice().with(hers).text())))).statusCode(403)
                .body("code", equalTo("forbidden"));
    }

    private static TestGrant ofAlice() {
        return TestGrant.forSessionOf("together-alice");
    }

    private static TestGrant ofBob() {
        return TestGrant.forSessionOf("together-bob");
    }

    private static ValidatableResponse resolve(TestGrant... grants) {
        return resolve(Arrays.stream(grants).map(TestGrant::text).toList());
    }

    private static ValidatableResponse fetch(String signed, String... sessions) {
        return INJECTOR.post("/internal/v1/resolve/grants", Map.of("grants", List.of(Map.of("grant", signed, "sessions",
                Arrays.stream(sessions).map(session -> Map.of("session", session)).toList()))));
    }

    private static ValidatableResponse resolve(List<String> grants) {
        return INJECTOR.post("/internal/v1/resolve/grants",
                Map.of("grants", grants.stream().map(grant -> Map.of("grant", grant)).toList()));
    }

    private List<String> sessionsOf(String secret) {
        return database.column("""
                select record ->> 'session' from\s""" + Database.RECORDS + """
                where record ->> 'type' = 'secret.released' and record #>> '{subject,id}' = ?""", secret);
    }

    private List<String> tracesOf(String secret) {
        return database.column("""
                select coalesce(traceparent, '') from\s""" + Database.RECORDS + """
                where record ->> 'type' = 'secret.released' and record #>> '{subject,id}' = ?""", secret);
    }

    private long records(String secret) {
        return database.count("""
                select count(*) from\s""" + Database.RECORDS + """
                where record ->> 'type' = 'secret.released' and record #>> '{subject,id}' = ?""", secret);
    }
}
