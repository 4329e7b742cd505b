package ai.igent.maestro.vault.keyjob;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;

/** Looks for due jobs of each kind by itself, so that a long job of one kind does not hold up the others. */
@ApplicationScoped
class KeyJobClock {
    private static final String EVERY = "{maestro.vault.keys.poll-every}";

    private final RunKeyJobs runKeyJobs;

    KeyJobClock(RunKeyJobs runKeyJobs) {
        this.runKeyJobs = runKeyJobs;
    }

    @Scheduled(every = EVERY, concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> rotate() {
        return runKeyJobs.of(KeyJobKind.ROTATE);
    }

    @Scheduled(every = EVERY, concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> rewrap() {
        return runKeyJobs.of(KeyJobKind.REWRAP);
    }

    @Scheduled(every = EVERY, concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> reencrypt() {
        return runKeyJobs.of(KeyJobKind.REENCRYPT);
    }

    @Scheduled(every = EVERY, concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> destroy() {
        return runKeyJobs.of(KeyJobKind.DESTROY);
    }
}
