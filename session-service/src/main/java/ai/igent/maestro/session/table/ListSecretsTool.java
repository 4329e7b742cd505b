package ai.igent.maestro.session.table;

import jakarta.annotation.security.RolesAllowed;

import io.quarkiverse.mcp.server.Tool;
import io.quarkiverse.mcp.server.ToolArg;
import io.quarkiverse.mcp.server.ToolResponse;
import io.smallrye.mutiny.Uni;

import ai.igent.maestro.session.mcp.AgentAnswers;
import ai.igent.maestro.session.mcp.ToolInput;
import ai.igent.maestro.web.identity.Role;
import ai.igent.maestro.web.paging.Cursor;

/** The /secrets table for agents that speak MCP. */
class ListSecretsTool {
    private static final int LONGEST = 200;
    private static final int USUAL_PAGE = 50;
    private static final int LARGEST_PAGE = 200;

    private final ShowSecrets showSecrets;
    private final AgentAnswers answers;

    ListSecretsTool(ShowSecrets showSecrets, AgentAnswers answers) {
        this.showSecrets = showSecrets;
        this.answers = answers;
    }

    @Tool(name = "list_secrets", title = "List secrets", annotations = @Tool.Annotations(readOnlyHint = true, destructiveHint = false, openWorldHint = false), description = """
            Lists the secrets and connected accounts that could be used in this session, by name and metadata, never with a value. \
            'active: true' marks those whose environment variable ('variable') the sandbox has now, or gets with its next command. \
            What is not active can be asked for with request_activation.""")
    @RolesAllowed(Role.AGENT)
    Uni<ToolResponse> list(
            @ToolArg(description = "Only those with this in their name, variable or account", required = false) String query,
            @ToolArg(description = "Only those of this integration, for example aws or github", required = false) String integration,
            @ToolArg(description = "development, staging or production", required = false) String environment,
            @ToolArg(description = "true: only what is active now; false: only what is not", required = false) Boolean active,
            @ToolArg(description = "How many at most, from 1 to 200; 50 if left out", required = false) Integer limit,
            @ToolArg(description = "'next' of the previous answer, to go on from there", required = false) String cursor) {
        return answers.of(agent -> {
            var filter = TableFilter.of(ToolInput.text("query", query, LONGEST), ToolInput.text("integration", integration, LONGEST),
                    environment, active);
            int most = ToolInput.number("limit", limit, USUAL_PAGE, LARGEST_PAGE);
            return showSecrets.of(agent.session(), agent, filter, TablePage.of(Cursor.parse(cursor), most));
        });
    }
}
