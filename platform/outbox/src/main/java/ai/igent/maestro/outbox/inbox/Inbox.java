package ai.igent.maestro.outbox.inbox;

import java.time.Duration;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/** Applies records once each. Fails only for what will never work, so that the failure strategy of the channel may be a dead-letter topic. */
@ApplicationScoped
public class Inbox {
    private static final Logger LOG = Logger.getLogger(Inbox.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final ProcessedEvents processed;

    Inbox(ProcessedEvents processed) {
        this.processed = processed;
    }

    /** Applies the record's event in one transaction, unless it was applied before. */
    public Uni<Void> take(ConsumerRecord<String, String> kafkaRecord, Function<IncomingEvent, Uni<Void>> application) {
        return take(kafkaRecord, any -> true, application);
    }

    /** The same for events that {@code concern} the consumer; the others are passed over, which costs no transaction and leaves no trace. */
    public Uni<Void> take(ConsumerRecord<String, String> kafkaRecord, Predicate<IncomingEvent> concern,
            Function<IncomingEvent, Uni<Void>> application) {
        return Uni.createFrom().item(() -> IncomingEvent.of(kafkaRecord))
                .chain(event -> concern.test(event) ? apply(event, application) : Uni.createFrom().voidItem());
    }

    private Uni<Void> apply(IncomingEvent event, Function<IncomingEvent, Uni<Void>> application) {
        return patiently(() -> Panache.withTransaction(() -> processed.once(event.id(), () -> application.apply(event))));
    }

    /** Tries {@code work} until it succeeds, as long as its failure can pass: see {@link Lasting}. */
    public <T> Uni<T> patiently(Supplier<Uni<T>> work) {
        return Uni.createFrom().deferred(work::get)
                .onFailure(failure -> !Lasting.is(failure))
                .invoke(failure -> LOG.warnf("An event waits: %s", failure.getClass().getSimpleName()))
                .onFailure(failure -> !Lasting.is(failure)).retry().withBackOff(FIRST_PAUSE, LONGEST_PAUSE).indefinitely();
    }
}
