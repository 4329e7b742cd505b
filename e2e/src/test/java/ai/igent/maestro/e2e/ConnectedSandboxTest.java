package ai.igent.maestro.e2e;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import ai.igent.maestro.local.Part;
import ai.igent.maestro.local.Stack;
import ai.igent.maestro.local.journey.AgentSession;
import ai.igent.maestro.local.journey.Answer;
import ai.igent.maestro.local.journey.AwsKeys;
import ai.igent.maestro.local.journey.Client;
import ai.igent.maestro.local.journey.Suite;

import static org.assertj.core.api.Assertions.assertThat;

/** A sandbox that listens hears of each change at once, and the person who made it is told that it arrived. */
@ExtendWith(RunningStack.class)
class ConnectedSandboxTest {
    @Test
    void aConfirmationIsAnsweredAsAppliedAndSoIsTheDeactivation(Stack stack) {
        var suite = new Suite(stack::url);
        Client alice = suite.as("alice");
        AwsKeys.deleteEarlier(alice);
        AwsKeys.register(alice);
        var session = AgentSession.create(suite, "alice");
        String token = session.enrol();
        try (var stream = SandboxStream.of(suite, session.id(), token)) {
            assertThat(stream.next()).contains("\"revision\":0");
            String request = session.request("Activate " + AwsKeys.ACCOUNT + " secrets for this session").require(201).text("id");

            Answer confirmed = session.confirm(alice, session.read(alice, request)).require(200);

            assertThat(confirmed.text("status")).isEqualTo("applied");
            assertThat(stream.next()).contains("\"revision\":1");
            assertThat(bundle(suite, session, token).body().path("variables").path("AWS_REGION").asText()).isEqualTo("us-east-1");

            Answer deactivated = session.deactivate("Deactivate AWS secrets").require(200);

            assertThat(deactivated.text("status")).isEqualTo("applied");
            assertThat(stream.next()).contains("\"revision\":2");
            assertThat(bundle(suite, session, token).body().path("variables").size()).isZero();
        }
    }

    @Test
    void anotherSessionsBundleIsNotThereForThisSandbox(Stack stack) {
        var suite = new Suite(stack::url);
        var own = AgentSession.create(suite, "alice");
        var other = AgentSession.create(suite, "alice");
        Client sandbox = suite.with(own.enrol());

        assertThat(sandbox.get(Part.INJECTOR, "/v1/sandboxes/" + own.id() + "/bundle").status()).isEqualTo(200);
        assertThat(sandbox.get(Part.INJECTOR, "/v1/sandboxes/" + other.id() + "/bundle").status()).isEqualTo(404);
    }

    @Test
    void anEndedSessionHandsOutNothing(Stack stack) {
        var suite = new Suite(stack::url);
        var session = AgentSession.create(suite, "alice");
        Client sandbox = suite.with(session.enrol());
        session.end().require(200);

        Answer refused = sandbox.get(Part.INJECTOR, "/v1/sandboxes/" + session.id() + "/bundle");

        assertThat(refused.status()).isIn(401, 404);
    }

    private static Answer bundle(Suite suite, AgentSession session, String token) {
        return suite.with(token).get(Part.INJECTOR, "/v1/sandboxes/" + session.id() + "/bundle").require(200);
    }
}
