package ai.igent.maestro.session.lifecycle;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;

import ai.igent.maestro.audittrail.Originator;
import ai.igent.maestro.session.activation.ActiveSet;
import ai.igent.maestro.session.activation.ActiveSets;
import ai.igent.maestro.session.session.SessionFailure;
import ai.igent.maestro.session.session.SessionStatus;
import ai.igent.maestro.vocabulary.SessionId;
import ai.igent.maestro.web.identity.Caller;

/** Ends a session and everything active in it, on record, once: ending it again changes nothing and succeeds. */
@ApplicationScoped
class EndSession {
    private final ActiveSets sets;

    EndSession(ActiveSets sets) {
        this.sets = sets;
    }

    @WithTransaction
    Uni<Long> of(SessionId id, Caller caller, Originator originator) {
        return sets.lock(id).invoke(set -> end(set, caller)).chain(set -> sets.store(set, originator));
    }

    private static void end(ActiveSet set, Caller caller) {
        if (!set.session().isRunBy(caller)) throw new SessionFailure.NotFound();
        if (set.session().isOpen()) set.endSession(SessionStatus.ENDED);
    }
}
