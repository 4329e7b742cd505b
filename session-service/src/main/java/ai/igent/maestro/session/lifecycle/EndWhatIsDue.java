package ai.igent.maestro.session.lifecycle;

import java.util.List;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

import ai.igent.maestro.session.SessionService;
import ai.igent.maestro.session.activation.ActivationRepository;
import ai.igent.maestro.session.activation.ActiveSets;
import ai.igent.maestro.session.session.SessionRepository;
import ai.igent.maestro.vocabulary.SessionId;

/**
 * Stores and tells what the clock has ended. What is active never depends on it: every reader asks the clock itself. Each session is its own
 * transaction, and a session another replica has just done shows no change. One that fails holds up no other.
 */
@ApplicationScoped
class EndWhatIsDue {
    private static final int AT_ONCE = 500;

    private final SessionRepository sessions;
    private final ActivationRepository activations;
    private final ActiveSets sets;

    EndWhatIsDue(SessionRepository sessions, ActivationRepository activations, ActiveSets sets) {
        this.sessions = sessions;
        this.activations = activations;
        this.sets = sets;
    }

    @Scheduled(every = "{maestro.session.expiry.every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> run() {
        return Multi.createFrom()
                .<Supplier<Uni<List<SessionId>>>>items(() -> sessions.due(AT_ONCE), () -> activations.sessionsWithDue(AT_ONCE))
                .onItem().transformToUni(due -> due.get().chain(this::settleEach)).collectFailures().concatenate().collect()
                .last().replaceWithVoid();
    }

    private Uni<Void> settleEach(List<SessionId> due) {
        return Multi.createFrom().iterable(due).onItem().transformToUni(this::settle).collectFailures().concatenate().collect()
                .last().replaceWithVoid();
    }

    /** Locking a session's set ends what is due in it. */
    @WithTransaction
    Uni<Long> settle(SessionId session) {
        return sets.lock(session).chain(set -> sets.store(set, SessionService.ITSELF));
    }
}
