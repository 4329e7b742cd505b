package ai.igent.maestro.idempotency;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;

import ai.igent.maestro.database.Change;

/** Remembers for a day what attempts made. */
@ApplicationScoped
public class Idempotency {
    private static final Duration MEMORY = Duration.ofHours(24);

    private final IdempotencyRecordRepository records;
    private final Clock clock;

    Idempotency(IdempotencyRecordRepository records, Clock clock) {
        this.records = records;
        this.clock = clock;
    }

    /**
     * What the attempt made earlier, or else what {@code first} makes now; {@code first} calls {@link #record} in its transaction. Of two that run at
     * once, the slower one fails at the record or at what the faster one made, undoes its work and answers like the faster one.
     */
    public Uni<List<String>> once(Attempt attempt, Supplier<Uni<List<String>>> first) {
        return once(attempt, first, Uni.createFrom()::item);
    }

    /** The same for what gives more than it made, such as tokens: {@code again} gives it anew for what was made earlier. */
    public <T> Uni<T> once(Attempt attempt, Supplier<Uni<T>> first, Function<List<String>, Uni<T>> again) {
        if (attempt.named().isEmpty()) return first.get();
        var named = attempt.named().get();
        return records.find(new IdempotencyRecord.Place(named)).chain(found -> found.filter(this::isRecent)
                .map(record -> again.apply(madeBy(named, record)))
                .orElseGet(() -> afresh(found, first).onFailure().recoverWithUni(failure -> unlessMade(named, again, failure))));
    }

    /** Of an attempt that is so long ago that it counts no more, the record goes first. */
    private <T> Uni<T> afresh(Optional<IdempotencyRecord> old, Supplier<Uni<T>> first) {
        return old.isEmpty() ? first.get() : records.forget(old.get(), oldest()).chain(first::get);
    }

    private <T> Uni<T> unlessMade(Attempt.Named attempt, Function<List<String>, Uni<T>> again, Throwable failure) {
        return earlier(attempt).chain(made -> made.map(again).orElseGet(() -> Uni.createFrom().failure(failure)));
    }

    /** For the statement that makes {@code created}: what else it has to insert. */
    public List<Change> recording(Attempt attempt, List<String> created) {
        return attempt.named().map(named -> IdempotencyRecordRepository.insertion(new IdempotencyRecord(named, created, clock.instant())))
                .stream().toList();
    }

    /** Inside the transaction that makes {@code created}. */
    public Uni<Void> record(Attempt attempt, List<String> created) {
        return attempt.named().map(named -> record(named, created)).orElseGet(Uni.createFrom()::voidItem);
    }

    private Uni<Void> record(Attempt.Named attempt, List<String> created) {
        return records.store(new IdempotencyRecord(attempt, created, clock.instant()), oldest());
    }

    private Uni<Optional<List<String>>> earlier(Attempt.Named attempt) {
        return records.find(new IdempotencyRecord.Place(attempt))
                .map(found -> found.filter(this::isRecent).map(record -> madeBy(attempt, record)));
    }

    private boolean isRecent(IdempotencyRecord record) {
        return record.createdAt.isAfter(oldest());
    }

    private static List<String> madeBy(Attempt.Named attempt, IdempotencyRecord record) {
        if (!attempt.says(record.fingerprint)) throw new IdempotencyFailure.Reused();
        return record.created;
    }

    @Scheduled(every = "1h", delayed = "5m")
    Uni<Void> forget() {
        return records.forget(oldest());
    }

    private Instant oldest() {
        return clock.instant().minus(MEMORY);
    }
}
