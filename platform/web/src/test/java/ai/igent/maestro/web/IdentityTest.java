package ai.igent.maestro.web;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

import ai.igent.maestro.test.TestIssuer;
import ai.igent.maestro.test.TestTokens;
import ai.igent.maestro.vocabulary.SessionId;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

/** Each kind of token becomes its caller, and none becomes another. */
@QuarkusTest
@WithTestResource(TestIssuer.class)
class IdentityTest {
    private static final SessionId SESSION = new SessionId("ses_" + "a".repeat(32));

    @Test
    void knowsAPersonAndTheirOrganizations() {
        who(TestTokens.user("alice")).statusCode(200).body("kind", is("user")).body("id", is("alice")).body("more",
                containsString("admin-of-acme=true"));
        who(TestTokens.user("bob")).body("more", containsString("admin-of-acme=false"));
    }

    @Test
    void knowsWhetherAPersonSitsAtTheClient() {
        who(TestTokens.person("alice").withClient("maestro-cli").text()).body("more", containsString("maestro-cli true"));
        who(TestTokens.person("alice").withClient("some-bot").text()).body("more", containsString("some-bot false"));
    }

    @Test
    void knowsAgentsAndSandboxesByWhoIssuedTheirToken() {
        who(TestTokens.agent(SESSION)).statusCode(200).body("kind", is("agent")).body("id", is(SESSION.text()));
        who(TestTokens.sandbox(SESSION, 3)).statusCode(200).body("kind", is("sandbox"));
    }

    @Test
    void knowsServicesByTheirClient() {
        who(TestTokens.service("sandbox-injector")).statusCode(200).body("kind", is("service")).body("id", is("sandbox-injector"));
        who(TestTokens.service("console")).statusCode(403);
    }

    @Test
    void believesNoRoleThatTheIssuerOfPeopleMayNotGive() {
        who(TestTokens.person("mallory").withRoles(List.of("agent", "sandbox", "service:sandbox-injector")).text()).statusCode(403).body(
                "code",
                is("forbidden"));
    }

    @Test
    void knowsATokenAgainWithTheSameRightsAndRefusesItOnceItHasExpired() {
        String token = TestTokens.person("alice").withExpiry(Instant.now().plusSeconds(2)).text();
        who(token).statusCode(200).body("id", is("alice"));
        who(token).statusCode(200).body("id", is("alice"));
        who(TestTokens.service("console")).statusCode(403);
        who(TestTokens.service("console")).statusCode(403);
        String changed = token.substring(0, token.length() - 6) + (token.endsWith("AAAAAA") ? "BBBBBB" : "AAAAAA");
        who(changed).statusCode(401);

        Instant deadline = Instant.now().plusSeconds(15);
        while (who(token).extract().statusCode() != 401)
            assertThat(Instant.now()).as("the expired token is still believed").isBefore(deadline);
    }

    @Test
    void refusesTokensThatAreExpiredForgedOrForSomebodyElse() {
        for (String token : List.of(TestTokens.expired("alice"), TestTokens.wrongAudience("alice"), TestTokens.wrongIssuer("alice"),
                TestTokens.forged("alice"), "no.token.atall", "x"))
            who(token).statusCode(401).contentType("application/problem+json").body("code", is("unauthorized")).header("WWW-Authenticate",
                    containsString("Bearer"));
    }

    @Test
    void refusesAnAgentsTokenThatClaimsThePeoplesAudience() {
        who(TestTokens.agentToken(SESSION, 1).withAudience("maestro").withRoles(List.of("user")).text()).statusCode(401);
    }

    @Test
    void refusesCallersWithoutATokenAndEndpointsWithoutARole() {
        given().get("/v1/edge/who").then().statusCode(401).contentType("application/problem+json").body("instance", is("/v1/edge/who"));
        given().auth().oauth2(TestTokens.user("alice")).get("/v1/edge/forgotten").then().statusCode(403);
        given().queryParam("access_token", TestTokens.user("alice")).get("/v1/edge/who").then().statusCode(401);
    }

    private static ValidatableResponse who(String token) {
        return given().auth().oauth2(token).get("/v1/edge/who").then();
    }
}
