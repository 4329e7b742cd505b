package ai.igent.maestro.web.identity;

import java.time.Duration;
import java.time.Instant;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

import ai.igent.maestro.test.TestTokens;
import ai.igent.maestro.vocabulary.SessionId;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

/** Remembering verifications lets nobody in who would be refused without. */
@QuarkusTest
@WithTestResource(RotatingIssuer.class)
class CachingTokenVerificationTest {
    private static final SessionId SESSION = new SessionId("ses_" + "d".repeat(32));

    RotatingIssuer issuer;

    @Inject
    VerifiedTokens verified;

    @Test
    void answersTheSecondCallLikeTheFirstAndVerifiesItOnce() {
        String token = issuer.token("alice", inFiveMinutes());
        assertThat(verified.find(token)).isEmpty();

        who(token).statusCode(200).body("kind", is("user")).body("id", is("alice"));
        assertThat(verified.find(token)).isPresent();
        who(token).statusCode(200).body("kind", is("user")).body("id", is("alice"));
    }

    @Test
    void keepsAgentsAndSandboxesApart() {
        String agent = TestTokens.agent(SESSION);
        String sandbox = TestTokens.sandbox(SESSION, 3);
        for (int call = 0; call < 2; call++) {
            who(agent).statusCode(200).body("kind", is("agent"));
            who(sandbox).statusCode(200).body("kind", is("sandbox"));
        }
        assertThat(verified.find(agent).orElseThrow().tenant()).isEqualTo(Tenant.AGENTS);
        assertThat(verified.find(sandbox).orElseThrow().tenant()).isEqualTo(Tenant.SANDBOXES);
    }

    @Test
    void refusesATokenWithAnotherSignatureOrOtherClaimsThanTheOneItKnows() {
        String[] alice = issuer.token("alice", inFiveMinutes()).split("\\.");
        String[] bob = issuer.token("bob", inFiveMinutes()).split("\\.");
        who(String.join(".", alice)).statusCode(200);
        who(String.join(".", bob)).statusCode(200);

        for (int call = 0; call < 2; call++) {
            who(alice[0] + "." + alice[1] + "." + bob[2]).statusCode(401);
            who(alice[0] + "." + bob[1] + "." + alice[2]).statusCode(401);
        }
    }

    @Test
    void remembersNoRefusal() {
        String forged = TestTokens.forged("alice");
        who(forged).statusCode(401);
        assertThat(verified.find(forged)).isEmpty();
    }

    @Test
    void refusesATokenThatExpiredSinceItWasVerified() {
        String token = issuer.token("alice", Instant.now().plusSeconds(3));
        who(token).statusCode(200);

        Instant deadline = Instant.now().plusSeconds(30);
        while (status(token) == 200)
            assertThat(Instant.now()).isBefore(deadline);
        assertThat(status(token)).isEqualTo(401);
    }

    @Test
    void refusesWhatAWithdrawnKeySignedOnceTheNewKeyWasSeen() {
        String old = issuer.token("alice", inFiveMinutes());
        who(old).statusCode(200);

        issuer.replaceKey("second");
        who(issuer.token("alice", inFiveMinutes())).statusCode(200);

        who(old).statusCode(401);
    }

    private static Instant inFiveMinutes() {
        return Instant.now().plus(Duration.ofMinutes(5));
    }

    private static ValidatableResponse who(String token) {
        return given().auth().oauth2(token).get("/v1/edge/who").then();
    }

    private static int status(String token) {
        return who(token).extract().statusCode();
    }
}
