package ai.igent.maestro.session.activation;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import ai.igent.maestro.audittrail.Originator;
import ai.igent.maestro.session.session.Session;
import ai.igent.maestro.session.session.SessionRepository;
import ai.igent.maestro.vocabulary.IdSource;
import ai.igent.maestro.vocabulary.SessionId;

/** The only way to change what is active. Both methods belong into one transaction of the caller: lock, change, store. */
@ApplicationScoped
public class ActiveSets {
    private final SessionRepository sessions;
    private final ActivationRepository activations;
    private final ActivationEvents events;
    private final DatabaseClock clock;
    private final IdSource ids;
    private final ReviewConfig review;

    ActiveSets(SessionRepository sessions, ActivationRepository activations, ActivationEvents events, DatabaseClock clock, IdSource ids,
            ReviewConfig review) {
        this.sessions = sessions;
        this.activations = activations;
        this.events = events;
        this.clock = clock;
        this.ids = ids;
        this.review = review;
    }

    /**
     * The session's active set, locked until the transaction ends; what is due has left it already, so it must be stored in any case. Fails with
     * {@code SessionFailure.NotFound}.
     */
    public Uni<ActiveSet> lock(SessionId id) {
        return sessions.requireForUpdate(id).chain(this::read);
    }

    private Uni<ActiveSet> read(Session session) {
        return activations.notEnded(session.id())
                .chain(notEnded -> clock.now().map(now -> new ActiveSet(session, notEnded, now)));
    }

    /** Stores what changed, with its events and audit records; without a change it does nothing. Gives the revision that holds now. */
    public Uni<Long> store(ActiveSet set, Originator originator) {
        if (!set.isChanged()) return Uni.createFrom().item(set.session().revision());
        set.session().nextRevision();
        return activations.flushEnded()
                .chain(() -> start(set))
                .invoke(() -> set.session().reviewAt(set.active().findAny().isPresent() ? set.now().plus(review.after()) : null))
                .chain(() -> events.changed(set, originator))
                .map(told -> set.session().revision());
    }

    private Uni<Void> start(ActiveSet set) {
        List<Activation> starting = set.given().stream()
                .map(consent -> Activation.of(ids.next(), set.session().id(), consent, set.now())).toList();
        if (starting.isEmpty()) return Uni.createFrom().voidItem();
        set.started(starting);
        return activations.persist(starting);
    }
}
