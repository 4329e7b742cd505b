package ai.igent.maestro.session.activation;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import ai.igent.maestro.audittrail.Originator;
import ai.igent.maestro.vocabulary.IdSource;
import ai.igent.maestro.vocabulary.SessionId;

/** The only way to change what is active. Both methods belong into one transaction of the caller: lock, change, store. */
@ApplicationScoped
public class ActiveSets {
    private final ReadSet readSet;
    private final ActivationRepository activations;
    private final ActivationEvents events;
    private final SetSeals seals;
    private final IdSource ids;
    private final ReviewConfig review;

    ActiveSets(ReadSet readSet, ActivationRepository activations, ActivationEvents events, SetSeals seals, IdSource ids,
            ReviewConfig review) {
        this.readSet = readSet;
        this.activations = activations;
        this.events = events;
        this.seals = seals;
        this.ids = ids;
        this.review = review;
    }

    /** Has at hand what changing a set needs, where it is not yet. Remote: call it outside any transaction. */
    public Uni<Void> ready() {
        return seals.ready();
    }

    /**
     * The session's active set, locked until the transaction ends; what is due, or not what this
     * service made it, has left it already, so it must be stored in any case. Fails with
     * {@code SessionFailure.NotFound}.
     */
    public Uni<ActiveSet> lock(SessionId id) {
        return readSet.locked(id);
    }

    /** Stores what changed, with its events and audit records; without a change it does nothing. Gives the revision that holds now. */
    public Uni<Long> store(ActiveSet set, Originator originator) {
        if (!set.isChanged()) return Uni.createFrom().item(set.session().revision());
        set.session().nextRevision();
        return activations.flushEnded()
                .chain(() -> start(set))
                .invoke(() -> seals.seal(set.session(), set.active().toList()))
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
