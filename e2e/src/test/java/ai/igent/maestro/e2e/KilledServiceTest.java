package ai.igent.maestro.e2e;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import com.fasterxml.jackson.databind.JsonNode;

import ai.igent.maestro.local.Part;
import ai.igent.maestro.local.Stack;
import ai.igent.maestro.local.journey.AgentSession;
import ai.igent.maestro.local.journey.Answer;
import ai.igent.maestro.local.journey.AwsKeys;
import ai.igent.maestro.local.journey.Client;
import ai.igent.maestro.local.journey.Patience;
import ai.igent.maestro.local.journey.Sandbox;
import ai.igent.maestro.local.journey.Suite;
import ai.igent.maestro.test.SentEvent;
import ai.igent.maestro.test.SentEvents;

import static org.assertj.core.api.Assertions.assertThat;

/** A service dies in the middle of the main job and comes back: the job finishes, no event is missing and none counts twice. */
@ExtendWith(RunningStack.class)
class KilledServiceTest {
    private static final String ALL = "Activate " + AwsKeys.ACCOUNT + " secrets for this session";

    @ParameterizedTest
    @EnumSource(names = {"VAULT", "SESSION", "OAUTH", "INJECTOR", "AUDIT"})
    void theJobFinishesAfterAServiceWasKilled(Part victim, Stack stack) {
        var suite = new Suite(stack::url);
        Client alice = suite.as("alice");
        AwsKeys.deleteEarlier(alice);
        var secrets = AwsKeys.register(alice).stream().map(secret -> secret.get("id").asText()).collect(Collectors.toSet());
        var session = AgentSession.create(suite, "alice");
        try (var sandbox = Sandbox.prepare(suite)) {
            sandbox.enrol(session.enrolmentCode());
            String request = session.request(ALL).require(201).text("id");

            stack.kill(victim);
            Answer whileDead = tryToConfirm(alice, session, request);
            assertThat(whileDead.status()).as("confirming without " + victim.title()).isIn(0, 200, 202, 503);
            stack.start(victim);

            long active = isConfirmed(whileDead) ? revision(whileDead) : confirm(alice, session, request);
            assertThat(sandbox.environmentAt(active)).containsAllEntriesOf(AwsKeys.GIVEN)
                    .containsKeys(AwsKeys.VARIABLES.toArray(String[]::new));

            stack.kill(victim);
            stack.start(victim);

            long inactive = revision(Patience.until("the agent deactivates", () -> session.deactivate("Deactivate AWS secrets"),
                    each -> each.status() == 200));
            assertThat(sandbox.environmentAt(inactive)).doesNotContainKeys(AwsKeys.VARIABLES.toArray(String[]::new));
            nothingIsLostAndNothingCountsTwice(stack, suite, session, secrets.stream().toList(), List.of(active, inactive));
        }
    }

    private static Answer tryToConfirm(Client alice, AgentSession session, String request) {
        Answer seen = session.read(alice, request);
        return seen.status() == 200 ? session.confirm(alice, seen) : seen;
    }

    private static boolean isConfirmed(Answer answer) {
        return answer.status() == 202 || answer.status() == 200 && answer.body().has("revision");
    }

    /** What was confirmed just before the service died may have been confirmed without anybody hearing of it. */
    private static long confirm(Client alice, AgentSession session, String request) {
        Answer last = Patience.until("alice confirms", () -> tryToConfirm(alice, session, request),
                answer -> isConfirmed(answer) || "confirmed".equals(answer.body().path("status").asText()));
        return isConfirmed(last) ? revision(last) : 1;
    }

    private static long revision(Answer answer) {
        return Long.parseLong(answer.text("revision"));
    }

    private static void nothingIsLostAndNothingCountsTwice(Stack stack, Suite suite, AgentSession session, List<String> secrets,
            List<Long> revisions) {
        var topics = SentEvents.of(stack.kafka());
        topics.await("sessions.v1", event -> isChangeOf(session, event) && event.data().get("revision").asLong() == revisions.getLast());
        assertThat(distinct(topics.all("sessions.v1").stream().filter(event -> isChangeOf(session, event)).toList()).values().stream()
                .map(event -> event.data().get("revision").asLong()).sorted()).isEqualTo(revisions);
        for (String secret : secrets)
            assertThat(distinct(topics.all("secrets.v1").stream()
                    .filter(event -> event.type().equals("secret.registered") && secret.equals(event.subject()))
                    .toList())).as("registrations of " + secret).hasSize(1);
        var recorded = topics.all("audit-records.v1").stream().map(SentEvent::data)
                .filter(record -> session.id().equals(record.path("session").asText())).map(record -> record.get("id").asText()).toList();
        Client auditor = suite.as("auditor");
        var trail = Patience.until("the trail has what was recorded", () -> session.trail(auditor),
                events -> ids(events).containsAll(recorded));
        assertThat(ids(trail)).as("entries of the trail").doesNotHaveDuplicates();
        assertThat(types(trail)).contains("session.created", "sandbox.enrolled", "activation.requested", "activation.confirmed",
                "secret.released",
                "bundle.delivered", "activation.deactivated");
        assertThat(auditor.get(Part.AUDIT, "/v1/audit/verify").require(200).text("status")).isEqualTo("intact");
    }

    private static boolean isChangeOf(AgentSession session, SentEvent event) {
        return event.type().equals("session.activations-changed") && session.id().equals(event.key());
    }

    /** Delivery is at least once; an event is known by its id. */
    private static Map<String, SentEvent> distinct(List<SentEvent> events) {
        return events.stream().collect(Collectors.toMap(SentEvent::id, event -> event, (first, again) -> first));
    }

    private static List<String> ids(List<JsonNode> trail) {
        return trail.stream().map(event -> event.get("id").asText()).toList();
    }

    private static TreeSet<String> types(List<JsonNode> trail) {
        return trail.stream().map(event -> event.get("type").asText()).collect(Collectors.toCollection(TreeSet::new));
    }
}
