package ai.igent.maestro.audit.trail;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

import ai.igent.maestro.audit.Records;
import ai.igent.maestro.audit.TestTrail;
import ai.igent.maestro.contracts.event.AuditRecord;
import ai.igent.maestro.test.JsonSchemas;
import ai.igent.maestro.test.RealServers;
import ai.igent.maestro.test.TestTokens;
import ai.igent.maestro.vocabulary.ActorKind;
import ai.igent.maestro.vocabulary.AuditType;
import ai.igent.maestro.vocabulary.Outcome;
import ai.igent.maestro.vocabulary.Owner;
import ai.igent.maestro.vocabulary.SecretId;
import ai.igent.maestro.vocabulary.SessionId;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

/** The trail over HTTP. Each test asks about a secret, a session or a person of its own. */
@QuarkusTest
@WithTestResource(RealServers.class)
class EventsTest {
    private static final int PARTITION = 3003;

    @Inject
    TestTrail trail;

    private final SecretId secret = SecretId.of(UUID.randomUUID());
    private final SessionId session = SessionId.of(UUID.randomUUID());
    private final String person = "person-" + UUID.randomUUID();

    @Test
    void anEventHasTheShapeOfTheContract() throws Exception {
        var shown = recorded(Records.release("alice").about(secret).in(session));

        String body = asAuditor().queryParam("secret", secret.text()).get("/v1/audit/events").then().statusCode(200)
                .body("items", hasSize(1)).body("next", nullValue()).extract().asString();

        var event = new ObjectMapper().readTree(body).at("/items/0");
        JsonSchemas.assertValid("audit.appended", event);
        assertThat(event.fieldNames()).toIterable().containsExactlyInAnyOrder("id", "time", "type", "actor", "subject", "session", "owner",
                "outcome", "reason", "source", "traceId", "partition", "sequence", "previousHash", "hash");
        assertThat(event.get("id").asText()).isEqualTo(shown.id().text());
        assertThat(event.get("time").asText()).isEqualTo("2026-02-03T04:05:06.123456Z");
        assertThat(event.at("/subject/name").asText()).isEqualTo("AWS_ACCESS_KEY_ID");
        assertThat(event.at("/owner/kind").asText()).isEqualTo("user");
    }

    @Test
    void aUserSeesWhatTheyOwnWhatTheyDidAndWhatHappenedInTheirSessions() {
        var owned = recorded(Records.release(person).at(time(4)));
        var done = recorded(Records.release("other").by(ActorKind.USER, person).at(time(3)));
        var created = recorded(Records.sessionCreated(person, session).at(time(1)));
        var inSession = recorded(Records.release("other").ownedBy(Owner.organization("acme")).in(session).at(time(2)));
        recorded(Records.release("other"));

        as(TestTokens.person(person).text()).get("/v1/audit/events").then().statusCode(200)
                .body("items.id", contains(id(owned), id(done), id(inSession), id(created)));
    }

    @Test
    void whoWasRefusedSomebodyElsesSecretDoesNotLearnFromTheTrailThatThereIsOne() {
        var refused = recorded(Records.release("other").about(secret).by(ActorKind.USER, person).withOutcome(Outcome.DENIED));
        var own = recorded(Records.release(person).about(secret).by(ActorKind.USER, person).withOutcome(Outcome.DENIED));

        as(TestTokens.person(person).text()).queryParam("secret", secret.text()).get("/v1/audit/events").then()
                .body("items.id", contains(id(own)));
        as(TestTokens.person("other").text()).queryParam("secret", secret.text()).get("/v1/audit/events").then()
                .body("items.id", contains(id(refused)));
    }

    @Test
    void aServiceWithAPersonsNameIsNotThatPerson() {
        recorded(Records.release("other").by(ActorKind.SERVICE, person));

        as(TestTokens.person(person).text()).get("/v1/audit/events").then().statusCode(200).body("items", empty());
    }

    @Test
    void anAdminSeesTheOrganizationsEventsAndAMemberDoesNot() {
        var acme = recorded(Records.release("other").ownedBy(Owner.organization("acme")).about(secret));
        recorded(Records.release("other").ownedBy(Owner.user("acme")).about(secret));

        as(TestTokens.user("alice")).queryParam("secret", secret.text()).get("/v1/audit/events").then().body("items.id",
                contains(id(acme)));
        as(TestTokens.user("bob")).queryParam("secret", secret.text()).get("/v1/audit/events").then().body("items", empty());
        as(TestTokens.user("carol")).queryParam("secret", secret.text()).get("/v1/audit/events").then().body("items", empty());
    }

    @Test
    void aFilterNeverShowsWhatTheCallerMayNotSee() {
        recorded(Records.release("alice").in(session));

        for (String filter : List.of("owner=user:alice", "session=" + session.text(), "actor=service:sandbox-injector"))
            as(TestTokens.person(person).text()).get("/v1/audit/events?" + filter).then().statusCode(200).body("items", empty());
    }

    @Test
    void everyFilterNarrows() {
        var match = recorded(Records.release("alice").about(secret).in(session).of(AuditType.SECRET_REVEALED).by(ActorKind.USER, person)
                .withOutcome(Outcome.DENIED).at(time(5)));
        recorded(Records.release(person).about(secret).at(time(9)));

        for (String filter : List.of("type=secret.revealed", "actor=user:" + person, "session=" + session.text(), "owner=user:alice",
                "outcome=denied", "to=2026-02-03T00:00:06Z", "from=2026-02-03T00:00:05Z&to=2026-02-03T01:00:06%2B01:00"))
            asAuditor().urlEncodingEnabled(false).get("/v1/audit/events?secret=" + secret.text() + "&" + filter).then().statusCode(200)
                    .body("items.id", contains(id(match)));
    }

    @Test
    void pagesLeadThroughEverythingNewestFirst() {
        var events = IntStream.range(0, 5).mapToObj(second -> id(recorded(Records.release(person).at(time(second / 2)))))
                .toList();
        var seen = new ArrayList<String>();
        String cursor = null;
        do {
            var page = as(TestTokens.person(person).text()).queryParams(cursor == null ? Map.of() : Map.of("cursor", cursor))
                    .queryParam("limit", 2).get("/v1/audit/events").then().statusCode(200);
            seen.addAll(page.extract().path("items.id"));
            cursor = page.extract().path("next");
        } while (cursor != null);

        assertThat(seen).hasSize(5).containsExactlyInAnyOrderElementsOf(events);
        assertThat(seen.getFirst()).isEqualTo(events.getLast());
    }

    @Test
    void anEntryThatIsNoRecordAnyMoreDoesNotHideTheOthers() {
        var good = recorded(Records.release(person));
        var rotten = recorded(Records.release(person));
        trail.tamper("update audit_event set content = 'rubbish' where id = '" + rotten.id().text() + "'");

        as(TestTokens.person(person).text()).get("/v1/audit/events").then().statusCode(200).body("items.id", contains(id(good)));

        trail.tamper("delete from audit_event where partition = " + PARTITION, "delete from chain_head where partition = " + PARTITION);
    }

    @ParameterizedTest
    @CsvSource({"type,secret.eaten", "actor,alice", "actor,king:alice", "actor,user:a%00b", "actor,user:", "secret,ses_0", "secret,con_1",
            "session,sec_1", "owner,alice", "owner,team:x", "owner,user:a%00", "outcome,maybe", "from,yesterday", "from,2026-01-01",
            "to,+999999999-01-01T00:00:00Z", "to,-0044-03-15T00:00:00Z"})
    void aWrongFilterIsNamed(String name, String value) {
        refused(name + "=" + value).statusCode(422).body("code", equalTo("invalid")).body("errors[0].field", equalTo(name));
    }

    @ParameterizedTest
    @CsvSource({"cursor,%21", "cursor,AAAA", "cursor,MjAyNi0wMS0wMVQwMDowMDowMFogZXZ0XzE", "limit,many", "limit,99999999999", "limit,0",
            "limit,201", "limit,-1"})
    void aPageThatCannotBeIsNamed(String name, String value) {
        refused(name + "=" + value).statusCode(422).body("code", equalTo("invalid")).body("errors[0].field", equalTo(name));
    }

    @Test
    void anUnknownFilterIsRefusedBecauseItsAnswerWouldMislead() {
        refused("sesion=x").statusCode(422).body("code", equalTo("unknown-field")).body("errors[0].field", equalTo("sesion"));
    }

    @Test
    void isClosedToWhoeverHasNoPartInIt() {
        given().get("/v1/audit/events").then().statusCode(401).body("code", equalTo("unauthorized"));
        for (String token : List.of(TestTokens.expired("alice"), TestTokens.wrongAudience("alice"), TestTokens.wrongIssuer("alice"),
                TestTokens.forged("alice"), "rubbish"))
            as(token).get("/v1/audit/events").then().statusCode(401);
        for (String token : List.of(TestTokens.platform(), TestTokens.operator(), TestTokens.service("vault-service"),
                TestTokens.agent(session), TestTokens.sandbox(session, 1)))
            as(token).get("/v1/audit/events").then().statusCode(403).body("code", equalTo("forbidden"));
    }

    private static ValidatableResponse refused(String query) {
        return given().urlEncodingEnabled(false).auth().oauth2(TestTokens.auditor()).get("/v1/audit/events?" + query).then()
                .contentType("application/problem+json").body("status", notNullValue());
    }

    private AuditRecord recorded(Records records) {
        AuditRecord made = records.made();
        trail.append(PARTITION, made);
        return made;
    }

    private static RequestSpecification asAuditor() {
        return as(TestTokens.auditor());
    }

    private static RequestSpecification as(String token) {
        return given().auth().oauth2(token);
    }

    private static Instant time(int second) {
        return Instant.parse("2026-02-03T00:00:00Z").plusSeconds(second);
    }

    private static String id(AuditRecord auditRecord) {
        return auditRecord.id().text();
    }
}
