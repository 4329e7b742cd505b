package ai.igent.maestro.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

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
    void aConfirmationIsAnsweredAsAppliedAndSoIsTheDeactivation(Stack stack) throws IOException, InterruptedException {
        var suite = new Suite(stack::url);
        Client alice = suite.as("alice");
        AwsKeys.deleteEarlier(alice);
        AwsKeys.register(alice);
        var session = AgentSession.create(suite, "alice");
        String token = enrol(suite, session);
        try (var http = HttpClient.newHttpClient(); var stream = listen(http, suite, session, token)) {
            BlockingQueue<String> heard = heard(stream);
            assertThat(heard.poll(20, TimeUnit.SECONDS)).contains("\"revision\":0");
            String request = session.request("Activate " + AwsKeys.ACCOUNT + " secrets for this session").require(201).text("id");

            Answer confirmed = session.confirm(alice, session.read(alice, request)).require(200);

            assertThat(confirmed.text("status")).isEqualTo("applied");
            assertThat(heard.poll(20, TimeUnit.SECONDS)).contains("\"revision\":1");
            assertThat(bundle(suite, session, token).body().path("variables").path("AWS_REGION").asText()).isEqualTo("us-east-1");

            Answer deactivated = session.deactivate("Deactivate AWS secrets").require(200);

            assertThat(deactivated.text("status")).isEqualTo("applied");
            assertThat(heard.poll(20, TimeUnit.SECONDS)).contains("\"revision\":2");
            assertThat(bundle(suite, session, token).body().path("variables").size()).isZero();
        }
    }

    @Test
    void anotherSessionsBundleIsNotThereForThisSandbox(Stack stack) {
        var suite = new Suite(stack::url);
        var own = AgentSession.create(suite, "alice");
        var other = AgentSession.create(suite, "alice");
        Client sandbox = suite.with(enrol(suite, own));

        assertThat(sandbox.get(Part.INJECTOR, "/v1/sandboxes/" + own.id() + "/bundle").status()).isEqualTo(200);
        assertThat(sandbox.get(Part.INJECTOR, "/v1/sandboxes/" + other.id() + "/bundle").status()).isEqualTo(404);
    }

    @Test
    void anEndedSessionHandsOutNothing(Stack stack) {
        var suite = new Suite(stack::url);
        var session = AgentSession.create(suite, "alice");
        Client sandbox = suite.with(enrol(suite, session));
        session.end().require(200);

        Answer refused = sandbox.get(Part.INJECTOR, "/v1/sandboxes/" + session.id() + "/bundle");

        assertThat(refused.status()).isIn(401, 404);
    }

    private static String enrol(Suite suite, AgentSession session) {
        return suite.with("").post(Part.SESSION, "/v1/sandboxes/enrol", Map.of("code", session.enrolmentCode())).require(200)
                .text("sandboxToken");
    }

    private static Answer bundle(Suite suite, AgentSession session, String token) {
        return suite.with(token).get(Part.INJECTOR, "/v1/sandboxes/" + session.id() + "/bundle").require(200);
    }

    private static Stream<String> listen(HttpClient http, Suite suite, AgentSession session, String token)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(suite.at(Part.INJECTOR) + "/v1/sandboxes/" + session.id() + "/events"))
                .header("Authorization", "Bearer " + token).header("Accept", "text/event-stream").build();
        var response = http.send(request, HttpResponse.BodyHandlers.ofLines());
        assertThat(response.statusCode()).isEqualTo(200);
        return response.body();
    }

    /** The data of each event, as it comes in. Ends with the stream. */
    private static BlockingQueue<String> heard(Stream<String> stream) {
        var heard = new LinkedBlockingQueue<String>();
        Thread.ofVirtual().start(() -> {
            try {
                stream.filter(line -> line.startsWith("data:")).forEach(heard::add);
            } catch (UncheckedIOException closed) {
                heard.add("closed");
            }
        });
        return heard;
    }
}
