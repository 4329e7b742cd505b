package ai.igent.maestro.injector.bundle;

import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;

import ai.igent.maestro.injector.played.InjectorTest;
import ai.igent.maestro.injector.played.PlayedSession;
import ai.igent.maestro.injector.played.PlayedSuite;
import ai.igent.maestro.test.TestTokens;

import static org.assertj.core.api.Assertions.assertThat;

/** Every endpoint of a sandbox refuses the same things in the same way. */
@QuarkusTest
@WithTestResource(PlayedSuite.class)
class RefusalTest extends InjectorTest {
    @ParameterizedTest
    @ValueSource(strings = {"bundle", "variables", "events"})
    void refusesWhoHasNoTokenOrABadOne(String what) {
        PlayedSession session = suite.session(suite.vault().env("A", value()));

        assertThat(problem(RestAssured.given().get(path(session, what)), 401)).isEqualTo("unauthorized");
        assertThat(problem(RestAssured.given().auth().oauth2(TestTokens.forged("alice")).get(path(session, what)), 401))
                .isEqualTo("unauthorized");
        assertThat(problem(RestAssured.given().auth().oauth2(TestTokens.expired("alice")).get(path(session, what)), 401))
                .isEqualTo("unauthorized");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bundle", "variables", "events"})
    void refusesEverybodyButSandboxes(String what) {
        PlayedSession session = suite.session(suite.vault().env("A", value()));

        for (String token : new String[]{TestTokens.agent(session.id()), TestTokens.user("alice"), TestTokens.platform(),
                TestTokens.operator(), TestTokens.service("session-service")})
            assertThat(problem(RestAssured.given().auth().oauth2(token).get(path(session, what)), 403)).isEqualTo("forbidden");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bundle", "variables", "events"})
    void doesNotConfirmTheSessionsOfOthers(String what) {
        PlayedSession mine = suite.session();
        PlayedSession other = suite.session(suite.vault().env("A", value()));

        assertThat(problem(as(mine).get(path(other, what)), 404)).isEqualTo("not-found");
        assertThat(problem(as(mine).get("/v1/sandboxes/not-an-id/" + what), 404)).isEqualTo("not-found");
        assertThat(other.asked()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bundle", "variables", "events"})
    void doesNotKnowASessionThatIsOver(String what) {
        PlayedSession session = suite.session(suite.vault().env("A", value()));
        fetch(session);
        session.end();

        assertThat(problem(as(session).get(path(session, what)), 404)).isEqualTo("not-found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bundle", "variables", "events"})
    void refusesATokenThatWasReplaced(String what) {
        PlayedSession session = suite.session(suite.vault().env("A", value()));
        String old = session.token();
        fetch(session);
        session.renewTokens();

        assertThat(problem(RestAssured.given().auth().oauth2(old).get(path(session, what)), 401)).isEqualTo("unauthorized");
        assertThat(fetch(session).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bundle", "variables", "events"})
    void refusesATokenInTheQuery(String what) {
        PlayedSession session = suite.session(suite.vault().env("A", value()));
        String query = path(session, what) + "?access_token=" + session.token();

        assertThat(problem(RestAssured.given().get(query), 401)).isEqualTo("unauthorized");
        Response beside = as(session).get(query);
        assertThat(problem(beside, 422)).isEqualTo("unknown-field");
        assertThat(beside.asString()).doesNotContain(session.token());
    }

    @ParameterizedTest
    @ValueSource(strings = {"revision=x", "revision=-1", "revision=", "revision=9999999999999999999", "revision=1&wait=5",
            "revision=1&wait=PT1H",
            "revision=1&wait=-PT1S", "revision=1&revision=1", "revision=1&wait=PT1S&wait=PT2S"})
    void refusesAWaitThatMakesNoSense(String query) {
        PlayedSession session = suite.session();

        assertThat(problem(as(session).get(path(session, "bundle") + "?" + query), 422)).isEqualTo("invalid");
        assertThat(problem(as(session).get(path(session, "variables") + "?" + query), 422)).isEqualTo("invalid");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PATH", "A;rm", "1A", "A,LD_PRELOAD"})
    void refusesNamesThatNoBundleCouldHaveGiven(String have) {
        PlayedSession session = suite.session();

        Response answer = as(session).accept("text/x-shellscript").header("Maestro-Have", have).get(path(session, "bundle"));

        assertThat(problem(answer, 422)).isEqualTo("invalid");
        assertThat(answer.jsonPath().getString("errors[0].field")).isEqualTo("Maestro-Have");
    }

    @Test
    void offersNoOtherForm() {
        PlayedSession session = suite.session(suite.vault().env("A", value()));

        assertThat(problem(as(session).accept("text/html").get(path(session, "bundle")), 406)).isEqualTo("not-acceptable");
    }

    @Test
    void readsNoGreatBodies() {
        PlayedSession session = suite.session();

        assertThat(problem(as(session).body("x".repeat(600_000)).get(path(session, "bundle")), 413)).isEqualTo("too-large");
    }

    @Test
    void refusesATokenThatHasExpired() {
        PlayedSession session = suite.session(suite.vault().env("A", value()));
        String expired = TestTokens.person("x").withAudience("maestro-sandbox").withIssuer(ai.igent.maestro.test.TestIssuer.sessions())
                .with("session", session.id().text()).with("generation", 1).withExpiry(Instant.now().minusSeconds(600)).text();

        assertThat(problem(RestAssured.given().auth().oauth2(expired).get(path(session, "bundle")), 401)).isEqualTo("unauthorized");
    }

    private static String problem(Response answer, int status) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        return answer.jsonPath().getString("code");
    }
}
