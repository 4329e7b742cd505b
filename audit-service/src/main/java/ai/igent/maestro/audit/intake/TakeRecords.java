package ai.igent.maestro.audit.intake;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.KafkaRecord;

import ai.igent.maestro.audit.chain.AppendRecords;
import ai.igent.maestro.audit.intake.IncomingRecord.Readable;
import ai.igent.maestro.audit.intake.IncomingRecord.Unreadable;
import ai.igent.maestro.outbox.inbox.Inbox;
import ai.igent.maestro.outbox.inbox.UnreadableEvent;

/**
 * Brings the records of one Kafka partition into its chain: together if possible, one by one if one of them cannot be stored. Dead letters go
 * last, because acknowledging one acknowledges what stands before it.
 */
@ApplicationScoped
class TakeRecords {
    private static final Logger LOG = Logger.getLogger(TakeRecords.class);

    private final AppendRecords append;
    private final Inbox inbox;

    TakeRecords(AppendRecords append, Inbox inbox) {
        this.append = append;
        this.inbox = inbox;
    }

    /** Never fails; waits as long as the database is away. */
    Uni<Void> of(int partition, List<IncomingRecord> incoming) {
        List<Readable> readable = only(Readable.class, incoming);
        return appendTogether(partition, readable)
                .onFailure().recoverWithUni(() -> appendOneByOne(partition, readable))
                .chain(never -> bury(Stream.concat(never.stream(), only(Unreadable.class, incoming).stream())));
    }

    private Uni<List<Unreadable>> appendTogether(int partition, List<Readable> readable) {
        if (readable.isEmpty()) return Uni.createFrom().item(List.of());
        var records = readable.stream().map(Readable::content).toList();
        return inbox.patiently(() -> append.to(partition, records)).replaceWith(List.of());
    }

    private Uni<List<Unreadable>> appendOneByOne(int partition, List<Readable> readable) {
        return Multi.createFrom().iterable(readable)
                .onItem().transformToMultiAndConcatenate(each -> appendOne(partition, each).toMulti())
                .collect().asList();
    }

    /** Nothing when it worked, the dead letter when it never will. */
    private Uni<Unreadable> appendOne(int partition, Readable one) {
        return inbox.patiently(() -> append.to(partition, List.of(one.content()))).<Unreadable>replaceWith(() -> null)
                .onFailure().recoverWithItem(() -> new Unreadable(one.message(), new UnreadableEvent("the record cannot be stored")));
    }

    /** Each message once, however much of it is to be buried. */
    private static Uni<Void> bury(Stream<Unreadable> letters) {
        Map<KafkaRecord<String, String>, Unreadable> byMessage = new LinkedHashMap<>();
        letters.forEach(letter -> byMessage.putIfAbsent(letter.message(), letter));
        return Multi.createFrom().iterable(byMessage.values())
                .onItem().invoke(letter -> LOG.errorf("An audit record is a dead letter: %s", letter.reason().getMessage()))
                .onItem().transformToUniAndConcatenate(Unreadable::toDeadLetters)
                .onItem().ignoreAsUni();
    }

    private static <T> List<T> only(Class<T> kind, List<IncomingRecord> incoming) {
        return incoming.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
