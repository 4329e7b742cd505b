package ai.igent.maestro.vault.secret;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/**
 * Tells, once for each due time, that a new value of a secret is due. Each batch is one transaction with its events and records: what a crash leaves
 * untold is still due afterwards. Replicas pass over each other's batches, and begin at moments of their own.
 */
@ApplicationScoped
class TellRotationsDue {
    private static final int BATCH = 100;

    private final SecretRepository secrets;
    private final SecretEvents events;
    private final RotationConfig config;
    private final SecureRandom random;
    private final Clock clock;

    TellRotationsDue(SecretRepository secrets, SecretEvents events, RotationConfig config, SecureRandom random, Clock clock) {
        this.secrets = secrets;
        this.events = events;
        this.config = config;
        this.random = random;
        this.clock = clock;
    }

    @Scheduled(every = "${maestro.vault.rotation.every}", delayed = "1m", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> afterAWhile() {
        return Uni.createFrom().voidItem().onItem().delayIt().by(Duration.ofMillis(1 + random.nextLong(config.jitter().toMillis() + 1)))
                .chain(this::all);
    }

    Uni<Void> all() {
        return Multi.createBy().repeating().uni(this::batch).whilst(told -> told == BATCH).collect().last().replaceWithVoid();
    }

    @WithTransaction
    Uni<Integer> batch() {
        return secrets.lockRotationDue(clock.instant(), BATCH).call(this::tell).map(List::size);
    }

    private Uni<Void> tell(List<Secret> due) {
        return Multi.createFrom().iterable(due).onItem().transformToUniAndConcatenate(this::tell).collect().asList().replaceWithVoid();
    }

    private Uni<Void> tell(Secret secret) {
        Instant dueAt = secret.rotationTellAt;
        secret.rotationTold();
        return events.rotationDue(secret, dueAt);
    }
}
