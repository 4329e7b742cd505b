package ai.igent.maestro.local.journey;

import java.util.List;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;

/** What a service answered. {@code call} names the call for a message; {@code body} is a missing node when there is none. */
public record Answer(String call, int status, JsonNode body) {
    /** Itself, if it has one of these statuses. */
    public Answer require(Integer... statuses) {
        if (!List.of(statuses).contains(status))
            throw new StepFailure(call + " was answered with " + status + (code().isEmpty() ? "" : " (" + code() + ")") + " instead of "
                    + List.of(statuses));
        return this;
    }

    /** The code of a problem; empty when there is none. */
    public String code() {
        return body.path("code").asText("");
    }

    public String text(String field) {
        if (!body.hasNonNull(field))
            throw new StepFailure(call + " was answered without " + field);
        return body.get(field).asText();
    }

    /** The entries of a list. */
    public List<JsonNode> items() {
        return items("items");
    }

    public List<JsonNode> items(String field) {
        return StreamSupport.stream(body.path(field).spliterator(), false).toList();
    }
}
