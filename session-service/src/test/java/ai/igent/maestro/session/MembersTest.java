package ai.igent.maestro.session;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;

import ai.igent.maestro.test.Database;
import ai.igent.maestro.test.TestToken;
import ai.igent.maestro.test.TestTokens;
import ai.igent.maestro.vocabulary.Owner;
import ai.igent.maestro.vocabulary.SessionId;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

@SessionTest
class MembersTest {
    private static final String PATH = "/v1/members/removals";

    private final String organization = "org-" + UUID.randomUUID();
    private final String user = SessionApi.newUser();
    private Thing shared;
    private Thing own;
    private String session;

    @Inject
    Database database;

    @BeforeEach
    void prepare() {
        shared = Thing.secret(user, "SHARED").ownedBy(Owner.organization(organization)).known();
        own = Thing.secret(user, "OWN").known();
        session = companySession(user);
    }

    @Test
    void whoLeftHasNothingOfTheOrganizationActiveOnceThatIsAnswered() {
        member(user).activate(session, shared.id(), own.id());
        String second = companySession(user);
        member(user).activate(second, shared.id());

        remove(user).statusCode(200).body("deactivated", equalTo(2));

        assertThat(SessionApi.activeIds(session)).containsExactly(own.id());
        assertThat(SessionApi.activeIds(second)).isEmpty();
        assertThat(database.records(session)).contains("activation.deactivated success member-removed");
        assertThat(database.events("sessions.v1", session)).endsWith("session.activations-changed");
        assertThat(database.count("""
                select count(*) from outbox_message where data::json ->> 'type' = 'member.removed'
                and data::json -> 'subject' ->> 'id' = ? and data::json -> 'owner' ->> 'id' = ?""", user, organization)).isEqualTo(1);
    }

    @Test
    void othersAndOtherOrganizationsAreNotConcerned() {
        String colleague = SessionApi.newUser();
        String colleagues = companySession(colleague);
        member(colleague).activate(colleagues, shared.id());

        remove(user).statusCode(200).body("deactivated", equalTo(0));

        assertThat(SessionApi.activeIds(colleagues)).containsExactly(shared.id());
    }

    @Test
    void aTokenFromBeforeDoesNotProveMembershipAnyMore() {
        var shown = member(user).requestIds(session, shared.id());
        remove(user).statusCode(200);

        member(user).confirm(shown).statusCode(403).body("code", equalTo("not-a-member"));

        assertThat(SessionApi.activeIds(session)).isEmpty();
        assertThat(database.records(session)).contains("activation.refused denied not-a-member");
    }

    @Test
    void aTokenFromAfterwardsProvesMembershipAgain() {
        remove(user).statusCode(200);
        var returned = SessionApi.with(token(user).withIssuedAt(Instant.now().plusSeconds(30)).text());

        returned.confirm(returned.requestIds(session, shared.id())).statusCode(202);

        assertThat(SessionApi.activeIds(session)).containsExactly(shared.id());
    }

    @Test
    void whatTheyOwnThemselvesTheyStillActivate() {
        remove(user).statusCode(200);

        member(user).activate(session, own.id());

        assertThat(SessionApi.activeIds(session)).containsExactly(own.id());
    }

    @Test
    void aRemovalAgainstAConfirmationLeavesNothingActive() throws Exception {
        for (int round = 0; round < 10; round++) {
            String racer = SessionApi.newUser();
            String in = companySession(racer);
            var shown = member(racer).requestIds(in, shared.id());
            try (var threads = Executors.newFixedThreadPool(2)) {
                var confirmed = threads.submit(() -> member(racer).confirm(shown).extract().statusCode());
                var removed = threads.submit(() -> remove(racer).extract().statusCode());
                assertThat(confirmed.get()).isIn(202, 403);
                assertThat(removed.get()).isEqualTo(200);
            }
            assertThat(SessionApi.activeIds(in)).isEmpty();
        }
    }

    @Test
    void anotherOrganizationsSecretCannotBecomeActiveHere() {
        String other = "org-" + UUID.randomUUID();
        var theirs = Thing.secret(user, "THEIRS").ownedBy(Owner.organization(other)).known();
        var both = SessionApi.with(TestTokens.person(user).with("organizations", Map.of(organization, "member", other, "admin")).text());

        both.post("/v1/sessions/" + session + "/activation-requests", Map.of("activate", List.of(theirs.id()))).statusCode(422)
                .body("errors[0].code", equalTo("unknown-secret"));
        both.post("/v1/sessions/" + SessionApi.session(user) + "/activation-requests", Map.of("activate", List.of(shared.id())))
                .statusCode(422);
    }

    @Test
    void whatMovesToAnotherOrganizationMeanwhileIsNotActivated() {
        var shown = member(user).requestIds(session, shared.id());
        shared.ownedBy(Owner.organization("org-" + UUID.randomUUID())).known();

        member(user).confirm(shown).statusCode(409).body("code", equalTo("set-changed")).body("request.activate", empty());

        assertThat(SessionApi.activeIds(session)).isEmpty();
    }

    @Test
    void onlyThePlatformReportsIt() {
        var body = Map.of("organization", organization, "user", user);
        for (String token : List.of(TestTokens.user(user), TestTokens.agent(new SessionId(session)), TestTokens.operator(),
                TestTokens.sandbox(new SessionId(session), 1), TestTokens.service("sandbox-injector")))
            SessionApi.with(token).post(PATH, body).statusCode(403);
        given().contentType("application/json").body(body).post(PATH).then().statusCode(401);
        SessionApi.platform().post(PATH, Map.of("organization", organization)).statusCode(422);
        SessionApi.platform().post(PATH, Map.of("organization", organization, "user", 5)).statusCode(422);
        SessionApi.platform().post(PATH, Map.of("organization", organization, "user", "a:b")).statusCode(422);
        SessionApi.platform().post(PATH, Map.of("organization", organization, "user", user, "why", "x")).statusCode(422)
                .body("code", equalTo("unknown-field"));
        SessionApi.platform().post(PATH, Map.of("organization", organization, "user", "x".repeat(201))).statusCode(422);
    }

    private String companySession(String of) {
        Response opened = SessionApi.open(Map.of("user", of, "organization", organization));
        return opened.path("session.id");
    }

    private ValidatableResponse remove(String whom) {
        return SessionApi.platform().post(PATH, Map.of("organization", organization, "user", whom));
    }

    private TestToken token(String of) {
        return TestTokens.person(of).with("organizations", Map.of(organization, "member"));
    }

    private SessionApi member(String of) {
        return SessionApi.with(token(of).text());
    }
}
