package ai.igent.maestro.injector.bundle;

import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

import ai.igent.maestro.injector.played.InjectorTest;
import ai.igent.maestro.injector.played.PlayedSession;
import ai.igent.maestro.injector.played.PlayedSuite;
import ai.igent.maestro.test.TestTokens;

import static org.assertj.core.api.Assertions.assertThat;

/** The endpoints to which a sandbox sends text refuse what all others do. */
@QuarkusTest
@WithTestResource(PlayedSuite.class)
class SentTextRefusalTest extends InjectorTest {
    @ParameterizedTest
    @ValueSource(strings = {"mask", "scan", "git-credential"})
    void refusesWhoHasNoTokenOrABadOne(String what) {
        PlayedSession session = suite.session(suite.vault().env("A", value()));

        assertThat(problem(send(RestAssured.given(), session, what), 401)).isEqualTo("unauthorized");
        for (String token : List.of(TestTokens.forged("alice"), TestTokens.expired("alice")))
            assertThat(problem(send(RestAssured.given().auth().oauth2(token), session, what), 401)).isEqualTo("unauthorized");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mask", "scan", "git-credential"})
    void refusesEverybodyButSandboxes(String what) {
        PlayedSession session = suite.session(suite.vault().env("A", value()));

        for (String token : List.of(TestTokens.agent(session.id()), TestTokens.user("alice"), TestTokens.platform(),
                TestTokens.service("session-service")))
            assertThat(problem(send(RestAssured.given().auth().oauth2(token), session, what), 403)).isEqualTo("forbidden");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mask", "scan", "git-credential"})
    void knowsNeitherTheSessionsOfOthersNorOnesThatAreOver(String what) {
        PlayedSession mine = suite.session();
        PlayedSession other = suite.session(suite.vault().env("A", value()));

        assertThat(problem(send(as(mine), other, what), 404)).isEqualTo("not-found");
        assertThat(other.asked()).isEmpty();
        mine.end();
        assertThat(problem(send(as(mine), mine, what), 404)).isEqualTo("not-found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mask", "scan", "git-credential", "git-credential?operation=store"})
    void refusesATokenThatWasReplaced(String what) {
        PlayedSession session = suite.session(suite.vault().env("A", value()));
        String old = session.token();
        session.renewTokens();

        assertThat(problem(send(RestAssured.given().auth().oauth2(old), session, what), 401)).isEqualTo("unauthorized");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mask", "scan", "git-credential"})
    void refusesATokenInTheQuery(String what) {
        PlayedSession session = suite.session(suite.vault().env("A", value()));

        assertThat(problem(send(as(session), session, what + "?access_token=" + session.token()), 422)).isEqualTo("unknown-field");
    }

    private static Response send(RequestSpecification request, PlayedSession session, String what) {
        return request.contentType("text/plain").body("protocol=https\n").post(path(session, what));
    }

    private static String problem(Response answer, int status) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        return answer.jsonPath().getString("code");
    }
}
