package ai.igent.maestro.local.journey;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

import ai.igent.maestro.local.Part;

/** A session as its agent and its user work with it. */
public final class AgentSession {
    private final Suite suite;
    private final String id;
    private final Client agent;
    private final String enrolmentCode;

    private AgentSession(Suite suite, String id, Client agent, String enrolmentCode) {
        this.suite = suite;
        this.id = id;
        this.agent = agent;
        this.enrolmentCode = enrolmentCode;
    }

    /** As the platform creates it for {@code user}. */
    public static AgentSession create(Suite suite, String user) {
        var created = suite.as("platform")
                .post(Part.SESSION, "/v1/sessions", Map.of("user", user, "title", "Deploy the demo", "agent", "demo-agent"))
                .require(201);
        return new AgentSession(suite, created.body().path("session").path("id").asText(), suite.with(created.text("agentToken")),
                created.text("enrolmentCode"));
    }

    public String id() {
        return id;
    }

    public Client agent() {
        return agent;
    }

    public String enrolmentCode() {
        return enrolmentCode;
    }

    /** Redeems the code without a script; answers the sandbox's token. */
    public String enrol() {
        return suite.with("").post(Part.SESSION, "/v1/sandboxes/enrol", Map.of("code", enrolmentCode)).require(200).text("sandboxToken");
    }

    /** What the agent asks for in words; nothing is active by that. */
    public Answer request(String phrase) {
        return agent.post(Part.SESSION, "/v1/sessions/" + id + "/activation-requests", Map.of("phrase", phrase));
    }

    /** What the person sees of the request. */
    public Answer read(Client user, String request) {
        return user.get(Part.SESSION, "/v1/activation-requests/" + request);
    }

    /** Consent to exactly what {@code seen} showed. */
    public Answer confirm(Client user, Answer seen) {
        JsonNode confirmation = seen.body().path("confirmation");
        return user.post(Part.SESSION, "/v1/activation-requests/" + seen.text("id") + "/confirm",
                Map.of("nonce", confirmation.path("nonce").asText(), "setHash", confirmation.path("setHash").asText()));
    }

    public Answer deactivate(String phrase) {
        return agent.post(Part.SESSION, "/v1/sessions/" + id + "/deactivations", Map.of("phrase", phrase));
    }

    /** What is on record of this session by now, oldest first. */
    public List<JsonNode> trail(Client auditor) {
        return auditor.get(Part.AUDIT, "/v1/audit/events?limit=200&session=" + id).require(200).items().reversed();
    }

    public Answer end() {
        return suite.as("platform").post(Part.SESSION, "/v1/sessions/" + id + "/end", Map.of());
    }
}
