package ai.igent.maestro.outbox.inbox;

import java.nio.charset.StandardCharsets;
import java.util.function.Function;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

import com.fasterxml.jackson.core.JsonProcessingException;

import ai.igent.maestro.outbox.EventJson;
import ai.igent.maestro.vocabulary.EventId;

/** A CloudEvent as it came from Kafka: its attributes read, its data still JSON text. */
public record IncomingEvent(EventId id, String type, String subject, long sequence, String data) {

    /** @throws UnreadableEvent when an attribute is missing or malformed, or there is no data */
    public static IncomingEvent of(ConsumerRecord<String, String> kafkaRecord) {
        if (kafkaRecord.value() == null) throw new UnreadableEvent("no data");
        return new IncomingEvent(attribute(kafkaRecord, "ce_id", EventId::new), attribute(kafkaRecord, "ce_type", Function.identity()),
                attribute(kafkaRecord, "ce_subject", Function.identity()), attribute(kafkaRecord, "ce_sequence", Long::parseLong),
                kafkaRecord.value());
    }

    private static <T> T attribute(ConsumerRecord<String, String> kafkaRecord, String name, Function<String, T> parse) {
        Header header = kafkaRecord.headers().lastHeader(name);
        if (header == null || header.value() == null) throw new UnreadableEvent("header " + name + " is missing");
        try {
            return parse.apply(new String(header.value(), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException malformed) {
            throw new UnreadableEvent("header " + name + " is malformed");
        }
    }

    /** The same event with other data, such as a part of it. */
    public IncomingEvent with(String otherData) {
        return new IncomingEvent(id, type, subject, sequence, otherData);
    }

    /** The data as the contract's record of this type. Fields the record does not have are passed over. @throws UnreadableEvent */
    public <T> T as(Class<T> contract) {
        try {
            T read = EventJson.read(data, contract);
            if (read == null) throw new UnreadableEvent("data of " + type + " is null");
            return read;
        } catch (JsonProcessingException unreadable) {
            var place = unreadable.getLocation();
            throw new UnreadableEvent("data of " + type + (place == null ? "" : " near character " + place.getCharOffset()));
        }
    }
}
