package ai.igent.maestro.audit.publication;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

import ai.igent.maestro.contracts.event.Topic;
import ai.igent.maestro.outbox.EventSize;
import ai.igent.maestro.outbox.relay.OutboxMessage;
import ai.igent.maestro.vocabulary.EventId;
import ai.igent.maestro.vocabulary.InvalidWord;

/**
 * A record's text on its way to {@code audit.v1}. The text is sent as it was hashed and not as this version would write what it understands of it: a
 * newer replica may have appended it, and whoever has the stream must come to the same hash.
 */
record PublishedContent(String text, EventId id, Instant time) {
    private static final JsonFactory JSON = new JsonFactory();
    /** See {@link ai.igent.maestro.contracts.event.AuditAppended}. */
    private static final String TYPE = "audit.appended";

    /** Empty when the content is not one JSON object with an id and a time. */
    static Optional<PublishedContent> read(byte[] content) {
        String text = new String(content, StandardCharsets.UTF_8);
        try (JsonParser parser = JSON.createParser(text)) {
            return read(text, parser);
        } catch (IOException | InvalidWord | DateTimeException changed) {
            return Optional.empty();
        }
    }

    private static Optional<PublishedContent> read(String text, JsonParser parser) throws IOException {
        String id = "";
        String time = "";
        if (parser.nextToken() != JsonToken.START_OBJECT) return Optional.empty();
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            parser.nextToken();
            if (name.equals("id")) id = parser.getText();
            else if (name.equals("time")) time = parser.getText();
            parser.skipChildren();
        }
        if (parser.nextToken() != null) return Optional.empty();
        return Optional.of(new PublishedContent(text, new EventId(id), Instant.parse(time)));
    }

    /** The event of the entry at this place. Its id is the record's, so that it is the same however often it is sent. */
    OutboxMessage at(int partition, long sequence, byte[] previousHash, byte[] hash) {
        String data = text.substring(0, text.lastIndexOf('}')) + ",\"partition\":" + partition + ",\"sequence\":" + sequence
                + ",\"previousHash\":\"" + hex(previousHash) + "\",\"hash\":\"" + hex(hash) + "\"}";
        return new OutboxMessage(id.text(), Topic.AUDIT.text(), Integer.toString(partition), TYPE, id.text(), sequence, time, null, data);
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    static boolean fits(OutboxMessage message) {
        return EventSize.fits(message.data());
    }
}
