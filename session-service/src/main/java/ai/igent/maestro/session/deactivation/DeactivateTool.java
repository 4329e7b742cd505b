package ai.igent.maestro.session.deactivation;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import jakarta.annotation.security.RolesAllowed;

import io.quarkiverse.mcp.server.Tool;
import io.quarkiverse.mcp.server.ToolArg;
import io.quarkiverse.mcp.server.ToolResponse;
import io.smallrye.mutiny.Uni;

import ai.igent.maestro.audittrail.CurrentOriginator;
import ai.igent.maestro.session.candidate.CandidateId;
import ai.igent.maestro.session.mcp.AgentAnswers;
import ai.igent.maestro.session.mcp.ToolInput;
import ai.igent.maestro.session.phrase.Phrase;
import ai.igent.maestro.session.report.AwaitApplied;
import ai.igent.maestro.vocabulary.InvalidWord;
import ai.igent.maestro.web.identity.Role;

/** Deactivation for agents that speak MCP. */
class DeactivateTool {
    private static final int MOST = 200;

    private final Deactivate deactivate;
    private final AwaitApplied awaitApplied;
    private final AgentAnswers answers;
    private final CurrentOriginator originator;

    DeactivateTool(Deactivate deactivate, AwaitApplied awaitApplied, AgentAnswers answers, CurrentOriginator originator) {
        this.deactivate = deactivate;
        this.awaitApplied = awaitApplied;
        this.answers = answers;
        this.originator = originator;
    }

    @Tool(name = "deactivate_secrets", title = "Deactivate secrets", annotations = @Tool.Annotations(readOnlyHint = false, destructiveHint = true, idempotentHint = true, openWorldHint = false), description = """
            Takes secrets away from this session at once, without asking anybody. Do this as soon as they are no longer needed. To have them \
            again, the user has to confirm again. Give exactly one of ids, phrase and all.""")
    @RolesAllowed(Role.AGENT)
    Uni<ToolResponse> deactivate(
            @ToolArg(description = "Ids of what to deactivate", required = false) List<String> ids,
            @ToolArg(description = "In words, for example: Deactivate AWS secrets", required = false) String phrase,
            @ToolArg(description = "true: everything", required = false) Boolean all) {
        return answers.of(agent -> {
            var body = new DeactivationResource.Deactivation(ids(ids), phrase == null ? null : new Phrase(phrase), all);
            return deactivate.of(agent.session(), agent, body.what(), originator.get())
                    .chain(done -> awaitApplied.of(agent.session(), done.revision())
                            .map(status -> DeactivationResource.Answer.of(done, status)));
        });
    }

    private static Set<CandidateId> ids(List<String> texts) {
        List<CandidateId> ids = ToolInput.list("ids", texts, MOST, CandidateId::new);
        if (ids != null && ids.isEmpty()) throw new InvalidWord("ids must not be empty");
        return ids == null ? null : new LinkedHashSet<>(ids);
    }
}
