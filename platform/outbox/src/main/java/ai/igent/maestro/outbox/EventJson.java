package ai.igent.maestro.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/**
 * The JSON of event data. Unlike the mapper of the HTTP edge it passes over fields it does not know: event types grow by adding fields, and a
 * consumer may be older than its producer.
 */
public final class EventJson {
    private static final ObjectMapper MAPPER = JsonMapper.builder().addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS).disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private EventJson() {}

    public static String write(Object data) {
        try {
            return MAPPER.writeValueAsString(data);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalArgumentException(data.getClass().getSimpleName() + " has no JSON form");
        }
    }

    /** @throws JsonProcessingException whose message may quote the text: callers must not pass it on */
    public static <T> T read(String data, Class<T> type) throws JsonProcessingException {
        return MAPPER.readValue(data, type);
    }
}
