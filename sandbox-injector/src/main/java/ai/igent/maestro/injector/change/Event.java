package ai.igent.maestro.injector.change;

import java.nio.charset.StandardCharsets;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** The headers of a CloudEvents 1.0 record in binary mode, as far as they are needed here. Missing ones are empty. */
record Event(String type, String subject, byte[] data) {
    static Event of(ConsumerRecord<String, byte[]> record) {
        return new Event(header(record, "ce_type"), header(record, "ce_subject"), record.value());
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null || header.value() == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "Event[" + type + " " + subject + "]";
    }
}
