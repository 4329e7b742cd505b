package ai.igent.maestro.e2e;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import ai.igent.maestro.local.Part;
import ai.igent.maestro.local.Replica;
import ai.igent.maestro.local.Stack;
import ai.igent.maestro.local.journey.AgentSession;
import ai.igent.maestro.local.journey.Answer;
import ai.igent.maestro.local.journey.AwsKeys;
import ai.igent.maestro.local.journey.Client;
import ai.igent.maestro.local.journey.Patience;
import ai.igent.maestro.local.journey.Sandbox;
import ai.igent.maestro.local.journey.Suite;

import static org.assertj.core.api.Assertions.assertThat;

/** Sandboxes are spread over the replicas of the injector; what ended is over on each of them, and none is missed while it restarts. */
@ExtendWith(RunningStack.class)
class TwoInjectorsTest {
    private static final String REGION = "AWS_REGION";

    @Test
    void eachReplicaHandsOutTheNewValueAndNoneAfterTheDeactivation(Stack stack) {
        var first = new Suite(stack::url);
        Client alice = first.as("alice");
        AwsKeys.deleteEarlier(alice);
        String region = AwsKeys.register(alice).stream().filter(secret -> REGION.equals(secret.path("name").asText())).findFirst()
                .orElseThrow().path("id").asText();
        try (Replica replica = stack.replica(Part.INJECTOR, 2)) {
            var second = withInjectorAt(stack, replica);
            var here = AgentSession.create(first, "alice");
            var there = AgentSession.create(second, "alice");
            String tokenHere = here.enrol();
            String tokenThere = there.enrol();
            try (var streamHere = SandboxStream.of(first, here.id(), tokenHere);
                    var streamThere = SandboxStream.of(second, there.id(), tokenThere)) {
                streamHere.next();
                streamThere.next();
                assertThat(activate(alice, here).text("status")).isEqualTo("applied");
                assertThat(activate(alice, there).text("status")).isEqualTo("applied");
                streamHere.next();
                streamThere.next();

                alice.put(Part.VAULT, "/v1/secrets/" + region + "/value", Map.of("value", "eu-central-1")).require(200);

                assertThat(streamHere.next()).contains("\"revision\":1");
                assertThat(streamThere.next()).contains("\"revision\":1");
                assertThat(variable(first, here, tokenHere)).isEqualTo("eu-central-1");
                assertThat(variable(second, there, tokenThere)).isEqualTo("eu-central-1");
                assertThat(variable(second, here, tokenHere)).as("the first sandbox at the other replica").isEqualTo("eu-central-1");

                here.deactivate("Deactivate AWS secrets").require(200);

                assertThat(variable(first, here, tokenHere)).isEmpty();
                assertThat(variable(second, here, tokenHere)).isEmpty();
                assertThat(variable(second, there, tokenThere)).as("another session's consent").isEqualTo("eu-central-1");
            }
        }
    }

    @Test
    void aRollingRestartFailsNoCommand(Stack stack) throws InterruptedException, ExecutionException {
        var suite = new Suite(stack::url);
        Client alice = suite.as("alice");
        AwsKeys.deleteEarlier(alice);
        AwsKeys.register(alice);
        try (Replica one = stack.replica(Part.INJECTOR, 2);
                Replica other = stack.replica(Part.INJECTOR, 3);
                var balancer = new Balancer(List.of(one.url(), other.url()))) {
            var balanced = new Suite(part -> part == Part.INJECTOR ? balancer.url() : stack.url(part));
            var session = AgentSession.create(balanced, "alice");
            try (var sandbox = Sandbox.prepare(balanced)) {
                sandbox.enrol(session.enrolmentCode());
                long revision = Long.parseLong(activate(alice, session).text("revision"));
                var restarted = new AtomicBoolean();
                var commands = CompletableFuture.supplyAsync(() -> runUntil(restarted, sandbox, revision), Thread::startVirtualThread);

                one.restart();
                other.restart();
                restarted.set(true);

                assertThat(commands.get()).as("commands that saw the keys").isGreaterThan(5);
            }
        }
    }

    /** Each command must see the keys; a failed one ends this with its failure. */
    private static int runUntil(AtomicBoolean over, Sandbox sandbox, long revision) {
        int commands = 0;
        do {
            assertThat(sandbox.environmentAt(revision)).containsAllEntriesOf(AwsKeys.GIVEN);
            commands++;
        } while (!over.get());
        return commands;
    }

    private static Suite withInjectorAt(Stack stack, Replica replica) {
        return new Suite(part -> part == Part.INJECTOR ? replica.url() : stack.url(part));
    }

    private static Answer activate(Client alice, AgentSession session) {
        String request = session.request("Activate " + AwsKeys.ACCOUNT + " secrets for this session").require(201).text("id");
        return session.confirm(alice, session.read(alice, request)).require(200, 202);
    }

    private static String variable(Suite suite, AgentSession session, String token) {
        return Patience.until("the injector answers",
                () -> suite.with(token).get(Part.INJECTOR, "/v1/sandboxes/" + session.id() + "/bundle"), answer -> answer.status() == 200)
                .body().path("variables").path(REGION).asText();
    }
}
