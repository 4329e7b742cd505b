package ai.igent.maestro.session.diagnosis;

import jakarta.annotation.security.RolesAllowed;

import io.quarkiverse.mcp.server.Tool;
import io.quarkiverse.mcp.server.ToolArg;
import io.quarkiverse.mcp.server.ToolResponse;
import io.smallrye.mutiny.Uni;

import ai.igent.maestro.session.mcp.AgentAnswers;
import ai.igent.maestro.web.identity.Role;

/** The diagnosis for agents that speak MCP. */
class DiagnoseTool {
    private final Diagnose diagnose;
    private final AgentAnswers answers;

    DiagnoseTool(Diagnose diagnose, AgentAnswers answers) {
        this.diagnose = diagnose;
        this.answers = answers;
    }

    @Tool(name = "diagnose_secret", title = "Diagnose a secret", annotations = @Tool.Annotations(readOnlyHint = true, destructiveHint = false, openWorldHint = false), description = """
            Finds out why a secret is not where it is expected, for example when an environment variable is missing or an API refuses the key: \
            whether it is registered, active, delivered, well formed, verified, expired, revoked or in conflict, each with what helps.""")
    @RolesAllowed(Role.AGENT)
    Uni<ToolResponse> diagnose(
            @ToolArg(description = "Its id, name, variable or account; all active and requested ones if left out", required = false) String secret) {
        return answers.of(agent -> diagnose.of(agent.session(), agent, new Asked(secret)));
    }
}
