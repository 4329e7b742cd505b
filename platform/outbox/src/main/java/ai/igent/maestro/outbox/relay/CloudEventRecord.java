package ai.igent.maestro.outbox.relay;

import java.nio.charset.StandardCharsets;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;

/** A message in the binary mode of CloudEvents 1.0: attributes in headers, the data alone in the value. */
final class CloudEventRecord {
    private CloudEventRecord() {}

    static ProducerRecord<String, String> of(OutboxMessage message, String source) {
        var kafkaRecord = new ProducerRecord<>(message.topic(), message.key(), message.data());
        Headers headers = kafkaRecord.headers();
        add(headers, "ce_specversion", "1.0");
        add(headers, "ce_id", message.eventId());
        add(headers, "ce_source", source);
        add(headers, "ce_type", message.type());
        add(headers, "ce_subject", message.subject());
        add(headers, "ce_time", message.time().toString());
        add(headers, "ce_sequence", Long.toString(message.sequence()));
        add(headers, "content-type", "application/json");
        if (message.traceparent() != null) add(headers, "traceparent", message.traceparent());
        return kafkaRecord;
    }

    private static void add(Headers headers, String name, String text) {
        headers.add(name, text.getBytes(StandardCharsets.UTF_8));
    }
}
