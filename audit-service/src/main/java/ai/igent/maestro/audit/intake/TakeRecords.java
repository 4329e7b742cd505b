package ai.igent.maestro.audit.intake;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

import ai.igent.maestro.audit.chain.AppendRecords;
import ai.igent.maestro.audit.intake.IncomingRecord.Readable;
import ai.igent.maestro.audit.intake.IncomingRecord.Unreadable;
import ai.igent.maestro.outbox.inbox.Inbox;
import ai.igent.maestro.outbox.inbox.UnreadableEvent;

/**
 * Brings the records of one Kafka partition into its chain: together if possible, by halves if one of them cannot be stored. Dead letters go
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
        return append(partition, only(Readable.class, incoming))
                .chain(never -> bury(Stream.concat(never.stream(), only(Unreadable.class, incoming).stream())));
    }

    /** Those that never will be in the chain; to find them, what fails together is tried by halves. */
    private Uni<List<Unreadable>> append(int partition, List<Readable> readable) {
        if (readable.isEmpty()) return Uni.createFrom().item(List.of());
        var records = readable.stream().map(Readable::content).toList();
        return inbox.patiently(() -> append.to(partition, records)).<List<Unreadable>>replaceWith(List.of())
                .onFailure().recoverWithUni(() -> readable.size() == 1 ? never(readable.getFirst()) : appendHalves(partition, readable));
    }

    private Uni<List<Unreadable>> appendHalves(int partition, List<Readable> readable) {
        int half = readable.size() / 2;
        return append(partition, readable.subList(0, half))
                .chain(early -> append(partition, readable.subList(half, readable.size()))
                        .map(late -> Stream.concat(early.stream(), late.stream()).toList()));
    }

    private static Uni<List<Unreadable>> never(Readable one) {
        return Uni.createFrom().item(List.of(new Unreadable(one.message(), new UnreadableEvent("the record cannot be stored"))));
    }

    /** Each message once, however much of it is to be buried, in their order: to acknowledge one acknowledges those before it. */
    private static Uni<Void> bury(Stream<Unreadable> letters) {
        Map<Long, Unreadable> byOffset = new TreeMap<>();
        letters.forEach(letter -> byOffset.putIfAbsent(letter.offset(), letter));
        return Multi.createFrom().iterable(byOffset.values())
                .onItem().invoke(letter -> LOG.errorf("An audit record is a dead letter: %s", letter.reason().getMessage()))
                .onItem().transformToUniAndConcatenate(Unreadable::toDeadLetters)
                .onItem().ignoreAsUni();
    }

    private static <T> List<T> only(Class<T> kind, List<IncomingRecord> incoming) {
        return incoming.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
