package ai.igent.maestro.local.demo;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;

import ai.igent.maestro.local.journey.AgentSession;
import ai.igent.maestro.local.journey.Answer;
import ai.igent.maestro.local.journey.AwsKeys;
import ai.igent.maestro.local.journey.Client;
import ai.igent.maestro.local.journey.Patience;
import ai.igent.maestro.local.journey.Sandbox;
import ai.igent.maestro.local.journey.StepFailure;
import ai.igent.maestro.local.journey.Suite;

/** From a registered secret to a command in a sandbox, and back. Values are compared, never printed. */
public final class Demo {
    private static final String PHRASE = "Activate AWS secrets for this session";
    private static final String PRECISE_PHRASE = "Activate " + AwsKeys.ACCOUNT + " secrets for this session";
    private static final Set<String> ON_RECORD = Set.of("session.created", "sandbox.enrolled", "activation.requested",
            "activation.confirmed",
            "secret.released", "bundle.delivered", "activation.deactivated");

    private final Suite suite;
    private final PrintStream out;
    private int step;

    public Demo(Suite suite, PrintStream out) {
        this.suite = suite;
        this.out = out;
    }

    /** @throws StepFailure naming the step that went wrong */
    public void run() {
        Client alice = suite.as("alice");
        register(alice);
        AgentSession session = createSession();
        try (var sandbox = Sandbox.prepare(suite)) {
            enrol(sandbox, session);
            String request = request(session);
            agentCannotConfirm(session, request);
            useWhileActive(sandbox, confirm(alice, session, request));
            seeNothingAfterwards(sandbox, deactivate(session));
        }
        showTrail(session);
        out.println("\nDone: every step did what it says.");
    }

    private void register(Client alice) {
        say("Alice registers her AWS keys. She gives two values; the region is filled in.");
        int earlier = AwsKeys.deleteEarlier(alice);
        if (earlier > 0)
            note("deleted " + earlier + " secrets of an earlier demo");
        List<JsonNode> stored = AwsKeys.register(alice);
        stored.forEach(secret -> note(
                secret.get("id").asText() + "  " + secret.get("name").asText() + "  version " + secret.get("version").asText()));
        require(names(stored, "name").equals(AwsKeys.VARIABLES), "three secrets are stored");
    }

    private AgentSession createSession() {
        say("The platform creates a session for Alice and a sandbox to work in.");
        var session = AgentSession.create(suite, "alice");
        note(session.id());
        return session;
    }

    private void enrol(Sandbox sandbox, AgentSession session) {
        say("The sandbox redeems its single-use code. Nothing is active yet, so a command in it sees no AWS variable.");
        sandbox.enrol(session.enrolmentCode());
        show(sandbox.environmentAt(0));
        require(aws(sandbox.environmentAt(0)).isEmpty(), "no AWS variable is visible");
    }

    private String request(AgentSession session) {
        say("The agent says: \"" + PHRASE + "\".");
        Answer request = session.request(PHRASE).require(201);
        if (request.text("status").equals("ambiguous")) {
            note("Alice has other AWS secrets too, so the agent says: \"" + PRECISE_PHRASE + "\"");
            request = session.request(PRECISE_PHRASE).require(201);
        }
        request.items("activate").forEach(item -> note(item.get("name").asText() + ": " + item.path("why").asText()));
        require(request.text("status").equals("proposed"), "the request waits for a person");
        require(names(request.items("activate"), "name").equals(AwsKeys.VARIABLES), "it asks for exactly the three secrets");
        return request.text("id");
    }

    private void agentCannotConfirm(AgentSession session, String request) {
        say("The agent tries to confirm by itself, and may not.");
        Answer answer = session.confirm(session.agent(), session.read(session.agent(), request).require(200));
        note("answered with " + answer.status());
        answer.require(401, 403);
    }

    private long confirm(Client alice, AgentSession session, String request) {
        say("Alice sees exactly what is asked for, and confirms that and nothing else.");
        Answer confirmed = session.confirm(alice, session.read(alice, request).require(200)).require(200, 202);
        note("revision " + confirmed.text("revision") + ", " + confirmed.text("status"));
        return Long.parseLong(confirmed.text("revision"));
    }

    private void useWhileActive(Sandbox sandbox, long revision) {
        say("In the sandbox: maestro-env exec -- env");
        var seen = sandbox.environmentAt(revision);
        show(seen);
        require(aws(seen).equals(AwsKeys.VARIABLES), "the three variables are visible");
        require(seen.entrySet().containsAll(AwsKeys.GIVEN.entrySet()), "they have the values that Alice registered");
    }

    private long deactivate(AgentSession session) {
        say("The agent says: \"Deactivate AWS secrets\". That needs no confirmation.");
        Answer deactivated = session.deactivate("Deactivate AWS secrets").require(200);
        note("revision " + deactivated.text("revision") + ", " + deactivated.text("status"));
        require(names(deactivated.items("deactivated"), "name").equals(AwsKeys.VARIABLES), "the three are deactivated");
        return Long.parseLong(deactivated.text("revision"));
    }

    private void seeNothingAfterwards(Sandbox sandbox, long revision) {
        say("In the sandbox again: maestro-env exec -- env");
        var seen = sandbox.environmentAt(revision);
        show(seen);
        require(aws(seen).isEmpty(), "no AWS variable is visible any more");
    }

    private void showTrail(AgentSession session) {
        say("What is on record of this session.");
        Client auditor = suite.as("auditor");
        var trail = Patience.until("all of it is on record", () -> session.trail(auditor),
                events -> names(events, "type").containsAll(ON_RECORD));
        trail.forEach(event -> note("%s  %-24s %-8s %-10s %s".formatted(event.path("time").asText(), event.path("type").asText(),
                event.path("outcome").asText(), event.path("actor").path("kind").asText(), event.path("subject").path("name").asText(""))));
    }

    private void show(Map<String, String> environment) {
        Set<String> names = aws(environment);
        note(names.isEmpty() ? "(no variable that begins with AWS_)" : "");
        names.forEach(name -> note(name + "=(" + environment.get(name).length() + " characters)"));
    }

    private static Set<String> aws(Map<String, String> environment) {
        return environment.keySet().stream().filter(name -> name.startsWith("AWS_")).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> names(List<JsonNode> items, String field) {
        return items.stream().map(item -> item.path(field).asText()).collect(Collectors.toSet());
    }

    private void say(String line) {
        out.println("\n" + ++step + ". " + line);
    }

    private void note(String line) {
        if (!line.isEmpty())
            out.println("   " + line);
    }

    private void require(boolean holds, String claim) {
        if (!holds)
            throw new StepFailure("step " + step + ": it is not true that " + claim);
        note("-> " + claim);
    }
}
