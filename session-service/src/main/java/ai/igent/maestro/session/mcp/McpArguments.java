package ai.igent.maestro.session.mcp;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkiverse.mcp.server.ToolManager;
import io.vertx.core.json.JsonObject;

import ai.igent.maestro.web.problem.Problem;

/** What a tool is called with. The protocol's server leaves out what the tool does not know, but who mistypes "duration" did not ask for the usual one. */
@ApplicationScoped
class McpArguments {
    private final ToolManager tools;

    McpArguments(ToolManager tools) {
        this.tools = tools;
    }

    /** The answer to a call of a tool with an argument that it does not have; empty for all other messages, whose parameters fit their methods. */
    Optional<JsonObject> refusal(JsonObject message) {
        if (!"tools/call".equals(message.getValue("method"))) return Optional.empty();
        JsonObject call = message.getJsonObject("params");
        JsonObject given = call.getJsonObject("arguments");
        var tool = tools.getTool(call.getString("name"));
        if (given == null || tool == null) return Optional.empty();
        return given.fieldNames().stream().filter(name -> tool.arguments().stream().noneMatch(known -> known.name().equals(name)))
                .findFirst()
                .map(unknown -> McpParameters.refusalTo(message, "The tool has no such argument: " + Problem.repeatable(unknown)));
    }
}
