package ai.igent.maestro.injector.git;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

import ai.igent.maestro.contracts.internal.GrantItem;
import ai.igent.maestro.injector.played.InjectorTest;
import ai.igent.maestro.injector.played.PlayedSession;
import ai.igent.maestro.injector.played.PlayedSuite;
import ai.igent.maestro.vocabulary.Purpose;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@WithTestResource(PlayedSuite.class)
class GitCredentialTest extends InjectorTest {
    private static final String GITHUB = "protocol=https\nhost=github.com\n";

    @Test
    void givesTheHostsOwnTokenInGitsWords() {
        PlayedSession session = suite.session(github("GITHUB_TOKEN", null), suite.vault().env("OTHER", "canary-other"));

        Response answer = ask(session,
                "capability[]=authtype\ncapability[]=state\n" + GITHUB + "path=acme/app.git\nwwwauth[]=Basic realm=\"GitHub\"\n\n");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.contentType()).startsWith("text/plain");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.asString()).isEqualTo("protocol=https\nhost=github.com\nusername=x-access-token\npassword=" + value() + "\n");
    }

    @Test
    void isOnRecordAsGivenToGitBeforeItIs() {
        PlayedSession session = suite.session(github("GITHUB_TOKEN", null));

        ask(session, GITHUB);

        assertThat(session.asked()).extracting(request -> request.purpose()).containsExactly(Purpose.BUILD, Purpose.GIT);
        suite.sessionServiceAway(true);
        assertThat(ask(session, GITHUB).statusCode()).isEqualTo(503);
    }

    @Test
    void saysWhenTheTokenEnds() {
        GrantItem token = suite.oauth().gitToken("GITLAB_TOKEN", value(), "gitlab.example.com:8443", "oauth2", null);
        Instant end = Instant.now().plusSeconds(3000);
        suite.oauth().expire(token, end);

        assertThat(ask(suite.session(token), "protocol=https\nhost=GitLab.example.com:8443\n").asString())
                .contains("username=oauth2\n", "password_expiry_utc=" + end.getEpochSecond() + "\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"protocol=http\nhost=github.com", "protocol=ssh\nhost=github.com",
            "protocol=https\nhost=github.com.evil.example",
            "protocol=https\nhost=evil.github.com", "protocol=https\nhost=github.com:8443", "protocol=https\nhost=", "protocol=https",
            "host=github.com", "url=https://github.com/", "", "protocol=https\nhost=github.com\nhost=evil.example"})
    void givesNothingToAnyOtherHostOrWithoutEncryption(String query) {
        PlayedSession session = suite.session(github("GITHUB_TOKEN", null));

        Response answer = ask(session, query + "\n");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.asString()).isEmpty();
        assertThat(session.asked()).as("what is not given is not on record as given")
                .noneMatch(request -> request.purpose() == Purpose.GIT);
    }

    @Test
    void takesTheUsualPortForTheHost() {
        assertThat(ask(suite.session(github("GITHUB_TOKEN", null)), "protocol=https\nhost=GitHub.com:443\n").asString()).contains(value());
    }

    @Test
    void givesNothingThatIsNotActiveAnyMore() {
        GrantItem token = github("GITHUB_TOKEN", null);
        PlayedSession session = suite.session(token);
        assertThat(ask(session, GITHUB).asString()).contains(value());

        session.deactivate(token);

        assertThat(ask(session, GITHUB).asString()).isEmpty();
    }

    @Test
    void namesTheChoicesWhenSeveralWouldDo() {
        PlayedSession session = suite.session(github("GITHUB_WORK", "acme"), token("GITHUB_HOME", "canary-home", "alice"));

        Response answer = ask(session, GITHUB);

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.jsonPath().getString("code")).isEqualTo("git-credential-ambiguous");
        assertThat(answer.jsonPath().getList("choices")).isEqualTo(List.of("GITHUB_WORK", "GITHUB_HOME"));
        assertThat(answer.asString()).doesNotContain(value());
        assertThat(session.asked()).noneMatch(request -> request.purpose() == Purpose.GIT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"username=ALICE", "username=GITHUB_HOME", "path=Alice/dotfiles.git", "username=x-access-token\npath=alice/x"})
    void takesTheAccountThatTheAddressNames(String line) {
        PlayedSession session = suite.session(github("GITHUB_WORK", "acme"), token("GITHUB_HOME", "canary-home", "alice"));

        assertThat(ask(session, GITHUB + line + "\n").asString()).contains("username=x-access-token\npassword=canary-home\n");
    }

    @Test
    void givesNoOtherAccountThanTheOneNamed() {
        PlayedSession session = suite.session(github("GITHUB_WORK", "acme"));

        assertThat(ask(session, GITHUB + "username=alice\n").asString()).isEmpty();
    }

    @Test
    void givesNothingThatWouldNotFitIntoALine() {
        PlayedSession session = suite.session(token("GITHUB_TOKEN", "canary\nhost=evil.example", null));

        assertThat(ask(session, GITHUB).asString()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"store", "erase"})
    void storesAndErasesNothing(String operation) {
        PlayedSession session = suite.session(github("GITHUB_TOKEN", null));

        Response answer = as(session).contentType("text/plain").body(GITHUB + "password=canary-given\n")
                .post(path(session, "git-credential") + "?operation=" + operation);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.asString()).isEmpty();
        assertThat(ask(session, GITHUB).asString()).contains(value());
    }

    @Test
    void refusesWhatIsNotOfTheProtocolWithoutRepeatingIt() {
        PlayedSession session = suite.session(github("GITHUB_TOKEN", null));

        Response unreadable = ask(session, GITHUB + "canary without sign\n");
        Response operation = as(session).contentType("text/plain").body(GITHUB)
                .post(path(session, "git-credential") + "?operation=approve");
        Response type = as(session).contentType("application/json").body("{}").post(path(session, "git-credential"));
        Response large = ask(session, GITHUB + "x=" + "x".repeat(20_000));

        assertThat(unreadable.statusCode()).isEqualTo(400);
        assertThat(unreadable.asString()).contains("Line 3").doesNotContain("canary");
        assertThat(operation.statusCode()).isEqualTo(422);
        assertThat(type.statusCode()).isEqualTo(415);
        assertThat(large.statusCode()).isEqualTo(413);
        assertThat(large.jsonPath().getString("code")).isEqualTo("too-large");
    }

    private GrantItem github(String variable, String account) {
        return token(variable, value(), account);
    }

    private GrantItem token(String variable, String text, String account) {
        return suite.vault().gitToken(variable, text, "github.com", "x-access-token", account);
    }

    private Response ask(PlayedSession session, String query) {
        return as(session).contentType("text/plain").body(query).post(path(session, "git-credential"));
    }
}
