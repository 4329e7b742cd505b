package ai.igent.maestro.audit.chain;

import java.io.IOException;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

import ai.igent.maestro.contracts.event.AuditRecord;

/** A record as the bytes that are hashed: JSON in UTF-8, every field present, names sorted, no white space. */
public final class RecordBytes {
    private static final ObjectMapper CANONICAL = JsonMapper.builder().addModule(new JavaTimeModule())
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY).disable(MapperFeature.SORT_CREATOR_PROPERTIES_FIRST)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS).disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    private RecordBytes() {}

    static byte[] of(AuditRecord auditRecord) {
        try {
            return CANONICAL.writeValueAsBytes(auditRecord);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalArgumentException("a record has no JSON form");
        }
    }

    /** Empty when the bytes are not a record: then somebody changed them. */
    public static Optional<AuditRecord> read(byte[] content) {
        try {
            return Optional.ofNullable(CANONICAL.readValue(content, AuditRecord.class));
        } catch (IOException changed) {
            return Optional.empty();
        }
    }
}
