package ai.igent.maestro.audit.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.reactive.messaging.Incoming;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.KafkaRecord;
import io.smallrye.reactive.messaging.kafka.KafkaRecordBatch;

/** Takes batches as Kafka hands them out. A batch is acknowledged when each of its records is in its chain or among the dead letters. */
@ApplicationScoped
class RecordConsumer {
    private final TakeRecords takeRecords;

    RecordConsumer(TakeRecords takeRecords) {
        this.takeRecords = takeRecords;
    }

    @Incoming("audit-records")
    Uni<Void> on(KafkaRecordBatch<String, String> batch) {
        return Multi.createFrom().iterable(byPartition(batch).entrySet())
                .onItem().transformToUniAndConcatenate(part -> takeRecords.of(part.getKey(), part.getValue()))
                .onItem().ignoreAsUni()
                .chain(() -> Uni.createFrom().completionStage(batch::ack));
    }

    private static Map<Integer, List<IncomingRecord>> byPartition(KafkaRecordBatch<String, String> batch) {
        Map<Integer, List<IncomingRecord>> parts = new TreeMap<>();
        for (KafkaRecord<String, String> message : batch)
            parts.computeIfAbsent(message.getPartition(), partition -> new ArrayList<>()).addAll(IncomingRecord.of(message));
        return parts;
    }
}
