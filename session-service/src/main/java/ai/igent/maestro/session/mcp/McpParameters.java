package ai.igent.maestro.session.mcp;

import java.util.Map;
import java.util.Optional;

import io.vertx.core.json.JsonObject;

/** The shape of a call's parameters (Model Context Protocol, schema of 2025-06-18), as far as the protocol's server takes it for granted. */
final class McpParameters {
    private static final int INVALID_PARAMS = -32602;
    private static final String PARAMETERS = "params";
    private static final String ID = "id";

    /** The one that names what is meant, by the call's method. */
    private static final Map<String, String> NAMES = Map.of("tools/call", "name", "prompts/get", "name", "resources/read", "uri",
            "resources/subscribe", "uri", "resources/unsubscribe", "uri", "logging/setLevel", "level");

    private McpParameters() {}

    /** The answer (JSON-RPC 2.0, section 5.1) to a message whose parameters are not what its method has; empty for all others. */
    static Optional<JsonObject> refusal(JsonObject message) {
        Object parameters = message.getValue(PARAMETERS);
        String name = message.getValue("method") instanceof String method ? NAMES.get(method) : null;
        boolean isFit = parameters instanceof JsonObject given ? isFit(given, name) : parameters == null && name == null;
        return isFit ? Optional.empty() : Optional.of(refusalTo(message, "The parameters are not those of this method."));
    }

    private static boolean isFit(JsonObject given, String name) {
        Object arguments = given.getValue("arguments");
        return (name == null || given.getValue(name) instanceof String) && (arguments == null || arguments instanceof JsonObject);
    }

    /** @param reason repeats nothing that could be a secret */
    static JsonObject refusalTo(JsonObject message, String reason) {
        return new JsonObject().put("jsonrpc", "2.0").put(ID, message.getValue(ID))
                .put("error", new JsonObject().put("code", INVALID_PARAMS).put("message", reason));
    }
}
