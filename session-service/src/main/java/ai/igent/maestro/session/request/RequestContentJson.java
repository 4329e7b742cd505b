package ai.igent.maestro.session.request;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/** The stored form of a request's content. Has a mapper of its own: what is stored must not change with the HTTP edge's settings. */
@Converter
class RequestContentJson implements AttributeConverter<RequestContent, String> {
    private static final ObjectMapper JSON = new ObjectMapper().registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS, SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS);

    @Override
    public String convertToDatabaseColumn(RequestContent content) {
        try {
            return JSON.writeValueAsString(content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a request's content does not serialize", e);
        }
    }

    @Override
    public RequestContent convertToEntityAttribute(String json) {
        try {
            return JSON.readValue(json, RequestContent.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored request does not read", e);
        }
    }
}
