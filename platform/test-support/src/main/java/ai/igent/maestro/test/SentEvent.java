package ai.igent.maestro.test;

import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

/** An event as it stands on a topic: headers carry its id and type, the data is JSON. */
public record SentEvent(String key, Map<String, String> headers, JsonNode data) {
    public String type() {
        return headers.get("ce_type");
    }

    public String id() {
        return headers.get("ce_id");
    }

    public String subject() {
        return headers.get("ce_subject");
    }
}
