package ai.igent.maestro.audit.verification;

import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

import ai.igent.maestro.audit.Records;
import ai.igent.maestro.audit.TestTrail;
import ai.igent.maestro.contracts.event.AuditRecord;
import ai.igent.maestro.test.RealServers;
import ai.igent.maestro.test.SentEvents;
import ai.igent.maestro.test.TestTokens;
import ai.igent.maestro.vocabulary.SessionId;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.nullValue;

/** What somebody with the database's password does to the trail is found, at its place. */
@QuarkusTest
@WithTestResource(RealServers.class)
class VerifyTest {
    private static final int PARTITION = 2002;
    private static final String THIS_CHAIN = " where partition = " + PARTITION;

    @Inject
    TestTrail trail;

    @BeforeEach
    void fiveEntries() {
        trail.append(PARTITION, IntStream.range(0, 5).mapToObj(each -> Records.release("alice").made()).toArray(AuditRecord[]::new));
    }

    @AfterEach
    void forgetTheChain() {
        trail.tamper("delete from audit_event where partition in (%d, %d)".formatted(PARTITION, PARTITION + 1),
                "delete from chain_head" + THIS_CHAIN);
    }

    @Test
    void anUntouchedTrailIsIntact() {
        verify().body("status", equalTo("intact")).body("checked", greaterThanOrEqualTo(5)).body("firstBroken", nullValue());
    }

    @Test
    void findsContentThatWasChanged() {
        trail.tamper("update audit_event set content = convert_to(replace(convert_from(content, 'UTF8'), 'success', 'denied'), 'UTF8'), "
                + "outcome = 'denied'" + THIS_CHAIN + " and sequence = 3");

        verifyFinds(3, "changed");
    }

    @Test
    void findsContentThatIsNoRecordAnyMore() {
        trail.tamper("update audit_event set content = 'rubbish'" + THIS_CHAIN + " and sequence = 2");

        verifyFinds(2, "changed");
    }

    @Test
    void findsAChangeWhoseOwnHashWasRecomputed() {
        trail.tamper("update audit_event set content = 'rubbish'" + THIS_CHAIN + " and sequence = 2",
                "update audit_event set hash = sha256(previous_hash || int4send(partition) || int8send(sequence) || content)" + THIS_CHAIN
                        + " and sequence = 2");

        verifyFinds(2, "mislabelled");
    }

    @Test
    void findsAHashThatTheNextEntryDoesNotContinue() {
        trail.tamper("update audit_event set hash = sha256('other')" + THIS_CHAIN + " and sequence = 5",
                "update audit_event set previous_hash = sha256('other')" + THIS_CHAIN + " and sequence = 4");

        verifyFinds(4, "unlinked");
    }

    @Test
    void findsAColumnThatSaysSomethingElseThanTheContent() {
        for (String column : new String[]{"owner", "session", "actor_id", "actor_kind", "subject_id", "subject_kind", "type"}) {
            trail.tamper("update audit_event set " + column + " = 'user:mallory'" + THIS_CHAIN + " and sequence = 4");
            verifyFinds(4, "mislabelled");
            forgetTheChain();
            fiveEntries();
        }
    }

    @Test
    void findsAnIdOrATimeThatWasChanged() {
        trail.tamper("update audit_event set time = time + interval '1 microsecond'" + THIS_CHAIN + " and sequence = 5");
        verifyFinds(5, "mislabelled");

        trail.tamper("update audit_event set id = 'evt_' || repeat('0', 32)" + THIS_CHAIN + " and sequence = 1");
        verifyFinds(1, "mislabelled");
    }

    @Test
    void findsAnEntryThatIsMissing() {
        trail.tamper("delete from audit_event" + THIS_CHAIN + " and sequence = 2");

        verifyFinds(2, "missing");
    }

    @Test
    void findsThatTheLastEntriesAreMissing() {
        trail.tamper("delete from audit_event" + THIS_CHAIN + " and sequence >= 4");

        verifyFinds(4, "missing");
    }

    @Test
    void findsThatTheEndIsMissingAndTheHeadWasTurnedBack() {
        trail.tamper("delete from audit_event" + THIS_CHAIN + " and sequence = 5",
                "update chain_head set sequence = 4, published = least(published, 4)" + THIS_CHAIN);

        verifyFinds(4, "wrong-head");
    }

    @Test
    void findsEntriesThatWereSwapped() {
        trail.tamper("update audit_event set sequence = 99" + THIS_CHAIN + " and sequence = 2",
                "update audit_event set sequence = 2" + THIS_CHAIN + " and sequence = 3",
                "update audit_event set sequence = 3" + THIS_CHAIN + " and sequence = 99");

        verifyFinds(2, "unlinked");
    }

    @Test
    void findsAnEntryThatWasInsertedBehindTheHead() {
        trail.tamper(copyOfEntry5("evt_" + "1".repeat(32), PARTITION, 6));

        verifyFinds(6, "inserted");
    }

    @Test
    void findsAnEntryInAChainThatNeverWas() {
        trail.tamper(copyOfEntry5("evt_" + "2".repeat(32), PARTITION + 1, 1));

        verify().body("firstBroken.partition", equalTo(PARTITION + 1)).body("firstBroken.flaw", equalTo("inserted"));
    }

    @Test
    void theVerificationItselfIsOnRecord() {
        verify();

        SentEvents.ofThisJvm().await("audit.v1", event -> event.data().get("type").asText().equals("audit.verified")
                && event.data().at("/actor/kind").asText().equals("auditor"));
    }

    @Test
    void isForAuditorsOnly() {
        given().get("/v1/audit/verify").then().statusCode(401);
        given().auth().oauth2(TestTokens.expired("alice")).get("/v1/audit/verify").then().statusCode(401);
        for (String token : new String[]{TestTokens.user("alice"), TestTokens.platform(), TestTokens.operator(),
                TestTokens.service("session-service"), TestTokens.agent(new SessionId("ses_" + "0".repeat(32)))})
            given().auth().oauth2(token).get("/v1/audit/verify").then().statusCode(403);
    }

    private static String copyOfEntry5(String id, int partition, int sequence) {
        return """
                insert into audit_event select '%s', %d, %d, time, type, actor_kind, actor_id, subject_kind, subject_id, session, owner, outcome,
                content, hash, sha256(hash) from audit_event where partition = %d and sequence = 5"""
                .formatted(id, partition, sequence, PARTITION);
    }

    private static void verifyFinds(int sequence, String flaw) {
        verify().body("status", equalTo("broken")).body("firstBroken.partition", equalTo(PARTITION))
                .body("firstBroken.sequence", equalTo(sequence)).body("firstBroken.flaw", equalTo(flaw));
    }

    private static ValidatableResponse verify() {
        return given().auth().oauth2(TestTokens.auditor()).get("/v1/audit/verify").then().statusCode(200);
    }
}
