package ai.igent.maestro.session.request;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.annotation.security.RolesAllowed;

import io.quarkiverse.mcp.server.Tool;
import io.quarkiverse.mcp.server.ToolArg;
import io.quarkiverse.mcp.server.ToolResponse;
import io.smallrye.mutiny.Uni;

import ai.igent.maestro.audittrail.CurrentOriginator;
import ai.igent.maestro.idempotency.Attempts;
import ai.igent.maestro.session.SessionService;
import ai.igent.maestro.session.candidate.CandidateId;
import ai.igent.maestro.session.mcp.AgentAnswers;
import ai.igent.maestro.session.mcp.ToolInput;
import ai.igent.maestro.session.phrase.Phrase;
import ai.igent.maestro.vocabulary.InvalidWord;
import ai.igent.maestro.vocabulary.VariableName;
import ai.igent.maestro.web.identity.Caller;
import ai.igent.maestro.web.identity.Role;

/** Asking for activations, for agents that speak MCP. */
class RequestTools {
    private static final int MOST = 100;
    private static final int LONGEST_REASON = 500;

    private final RequestActivation requestActivation;
    private final RequestProgress progress;
    private final AgentAnswers answers;
    private final Attempts attempts;
    private final CurrentOriginator originator;
    private final Clock clock;

    RequestTools(RequestActivation requestActivation, RequestProgress progress, AgentAnswers answers, Attempts attempts,
            CurrentOriginator originator, Clock clock) {
        this.attempts = attempts;
        this.requestActivation = requestActivation;
        this.progress = progress;
        this.answers = answers;
        this.originator = originator;
        this.clock = clock;
    }

    @Tool(name = "request_activation", title = "Request activation", annotations = @Tool.Annotations(readOnlyHint = false, destructiveHint = false, openWorldHint = false), description = """
            Asks the session's user to let this session use secrets. Nothing is active until the user confirms the exact list; only the user \
            can. Say what you need in words ('phrase'), or name ids from list_secrets ('activate'). Production secrets are found only by a \
            phrase that says production. If the answer's status is 'ambiguous', choose among 'choices' and call again with the ids; if it is \
            'no-match', 'warnings' say why. A new request takes the place of one that still waits. Follow it with activation_status.""")
    @RolesAllowed(Role.AGENT)
    Uni<ToolResponse> request(
            @ToolArg(description = "What is needed, for example: Activate AWS secrets for 2 hours", required = false) String phrase,
            @ToolArg(description = "Ids of what to activate, instead of a phrase", required = false) List<String> activate,
            @ToolArg(description = "Ids of what to deactivate at the same time", required = false) List<String> deactivate,
            @ToolArg(description = "Other variable names for some ids, when two claim the same one", required = false) Map<String, String> variables,
            @ToolArg(description = "For how long, as ISO 8601 such as PT2H; 8 hours if left out", required = false) String duration,
            @ToolArg(description = "Why it is needed, shown to the user as your words", required = false) String reason) {
        return answers.of(agent -> {
            var wish = new SessionRequestsResource.NewRequest(phrase == null ? null : new Phrase(phrase),
                    ToolInput.list("activate", activate, MOST, CandidateId::new),
                    ToolInput.list("deactivate", deactivate, MOST, CandidateId::new), variables(variables), duration(duration),
                    reason(reason));
            var asker = new ActivationRequest.Asker(agent.actor(), wish.phrase(), wish.reason());
            var by = originator.get();
            return attempts.of(null, agent, SessionService.OWNER, SessionRequestsResource.path(agent.session()), wish::fingerprint)
                    .chain(unnamed -> requestActivation.of(agent.session(), agent, wish.wish(), asker, unnamed, by))
                    .map(made -> view(made, agent));
        });
    }

    @Tool(name = "activation_status", title = "Activation status", annotations = @Tool.Annotations(readOnlyHint = true, destructiveHint = false, openWorldHint = false), description = """
            Tells how a request stands (proposed: the user has not decided yet; confirmed, denied, expired, superseded), what is active in this \
            session and until when, and whether the sandbox has it: it does when 'appliedRevision' has reached 'revision'.""")
    @RolesAllowed(Role.AGENT)
    Uni<ToolResponse> status(@ToolArg(description = "The id of a request; the newest one if left out", required = false) String request) {
        return answers.of(agent -> progress.of(agent, request));
    }

    private RequestView view(ActivationRequest request, Caller.Agent agent) {
        return RequestView.of(request, agent, clock.instant());
    }

    private static Map<CandidateId, VariableName> variables(Map<String, String> given) {
        if (given == null) return null;
        if (given.size() > MOST) throw new InvalidWord("variables must have at most " + MOST + " items");
        Map<CandidateId, VariableName> variables = new LinkedHashMap<>();
        given.forEach((id, name) -> variables.put(new CandidateId(id), new VariableName(name)));
        return variables;
    }

    private static Duration duration(String text) {
        try {
            return text == null ? null : Duration.parse(ToolInput.text("duration", text, 30));
        } catch (DateTimeException notOne) {
            throw new InvalidWord("duration must be written as ISO 8601, for example PT2H");
        }
    }

    private static String reason(String text) {
        if (text != null && text.indexOf('\0') >= 0) throw new InvalidWord("reason must not contain control characters");
        return ToolInput.text("reason", text, LONGEST_REASON);
    }
}
