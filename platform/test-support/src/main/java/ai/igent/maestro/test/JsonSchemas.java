package ai.igent.maestro.test;

import java.io.IOException;
import java.io.UncheckedIOException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;

import static org.assertj.core.api.Assertions.assertThat;

/** Holds events against their published schemas. */
public final class JsonSchemas {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);

    private JsonSchemas() {}

    /** Fails unless {@code json} is what consumers of this type of event were promised. */
    public static void assertValid(String type, String json) {
        try {
            assertValid(type, JSON.readTree(json));
        } catch (JsonProcessingException e) {
            throw new AssertionError("not JSON: an event of type " + type, e);
        }
    }

    public static void assertValid(String type, JsonNode json) {
        assertThat(schema(type).validate(json)).as("violations of the schema of " + type).isEmpty();
    }

    private static JsonSchema schema(String type) {
        try (var schema = JsonSchemas.class.getResourceAsStream("/schemas/" + type + ".v1.json")) {
            assertThat(schema).as("published schema of " + type).isNotNull();
            return SCHEMAS.getSchema(schema);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
