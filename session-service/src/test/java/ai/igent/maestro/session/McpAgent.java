package ai.igent.maestro.session;

import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;

import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.json.schema.JsonSchemaValidator.ValidationResponse;
import io.modelcontextprotocol.spec.McpSchema;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;

import static org.assertj.core.api.Assertions.assertThat;

/** An agent that speaks MCP, through the protocol's public Java client. */
final class McpAgent implements AutoCloseable {
    private final McpSyncClient client;

    private McpAgent(McpSyncClient client) {
        this.client = client;
    }

    /** Connected, and the protocol's handshake done. */
    static McpAgent with(String token) {
        var transport = HttpClientStreamableHttpTransport.builder(RestAssured.baseURI + ":" + RestAssured.port).endpoint("/mcp")
                .requestBuilder(HttpRequest.newBuilder().header("Authorization", "Bearer " + token)).build();
        var client = McpClient.sync(transport).jsonSchemaValidator((schema, content) -> ValidationResponse.asValid(null)).build();
        client.initialize();
        return new McpAgent(client);
    }

    List<McpSchema.Tool> tools() {
        return client.listTools().tools();
    }

    /** What a tool answers when all is well. */
    JsonPath call(String tool, Map<String, Object> arguments) {
        var result = result(tool, arguments);
        assertThat(result.isError()).as(text(result)).isNotEqualTo(true);
        return JsonPath.from(text(result));
    }

    /** What a tool answers when it refuses. */
    JsonPath refusal(String tool, Map<String, Object> arguments) {
        var result = result(tool, arguments);
        assertThat(result.isError()).as(text(result)).isTrue();
        return JsonPath.from(text(result));
    }

    McpSchema.CallToolResult result(String tool, Map<String, Object> arguments) {
        return client.callTool(new McpSchema.CallToolRequest(tool, arguments));
    }

    static String text(McpSchema.CallToolResult result) {
        return ((McpSchema.TextContent) result.content().getFirst()).text();
    }

    @Override
    public void close() {
        client.close();
    }
}
