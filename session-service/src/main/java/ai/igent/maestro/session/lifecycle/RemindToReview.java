package ai.igent.maestro.session.lifecycle;

import java.time.Instant;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

import ai.igent.maestro.session.SessionService;
import ai.igent.maestro.session.activation.Activation;
import ai.igent.maestro.session.activation.ActiveSet;
import ai.igent.maestro.session.activation.ActiveSets;
import ai.igent.maestro.session.activation.ReviewConfig;
import ai.igent.maestro.session.session.SessionEvents;
import ai.igent.maestro.session.session.SessionRepository;
import ai.igent.maestro.vocabulary.SessionId;

/**
 * Reminds people of what has been active for long, once in each period and session. Each session is its own transaction; one that another replica has
 * just reminded of is not due any more, and one that fails holds up no other.
 */
@ApplicationScoped
class RemindToReview {
    private static final int AT_ONCE = 200;

    private final SessionRepository sessions;
    private final ActiveSets sets;
    private final SessionEvents events;
    private final ReviewConfig config;

    RemindToReview(SessionRepository sessions, ActiveSets sets, SessionEvents events, ReviewConfig config) {
        this.sessions = sessions;
        this.sets = sets;
        this.events = events;
        this.config = config;
    }

    @Scheduled(every = "{maestro.session.review.every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> run() {
        return sessions.reviewDue(AT_ONCE).chain(this::remindOfEach);
    }

    private Uni<Void> remindOfEach(List<SessionId> due) {
        return Multi.createFrom().iterable(due).onItem().transformToUni(this::remind).collectFailures().concatenate().collect()
                .last().replaceWithVoid();
    }

    @WithTransaction
    Uni<Void> remind(SessionId session) {
        return sets.lock(session).call(set -> sets.store(set, SessionService.ITSELF)).chain(this::remind);
    }

    private Uni<Void> remind(ActiveSet set) {
        var since = set.active().map(Activation::activatedAt).min(Instant::compareTo);
        if (since.isEmpty() || !set.session().isReviewDueAt(set.now())) return Uni.createFrom().voidItem();
        set.session().reviewAt(set.now().plus(config.after()));
        return events.reviewDue(set.session(), (int) set.active().count(), since.get());
    }
}
