package ai.igent.maestro.oauth.connection;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/** Tries again what a provider did not confirm, or what a crash cut short. Replicas may do it at the same time. */
@ApplicationScoped
class RetryRevocations {
    static final Duration PAUSE = Duration.ofMinutes(5);

    private final ProviderRevocation revocation;

    RetryRevocations(ProviderRevocation revocation) {
        this.revocation = revocation;
    }

    @Scheduled(every = "${maestro.oauth.revocation.retry-every:PT1M}", delayed = "PT30S", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> retry() {
        return revocation.open().chain(open -> Multi.createFrom().iterable(open)
                .onItem().transformToUniAndConcatenate(revocation::of)
                .onItem().ignoreAsUni());
    }
}
