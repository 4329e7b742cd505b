package ai.igent.maestro.session.request;

import java.time.Clock;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;

import ai.igent.maestro.audittrail.Originator;
import ai.igent.maestro.session.SessionService;
import ai.igent.maestro.session.activation.ActiveSet;
import ai.igent.maestro.session.activation.ActiveSets;
import ai.igent.maestro.session.session.Session;
import ai.igent.maestro.session.session.SessionFailure;
import ai.igent.maestro.session.session.SessionRepository;
import ai.igent.maestro.vocabulary.SessionId;
import ai.igent.maestro.web.identity.Caller;

/** Turns a wish into a request that waits for the session's user. It takes the place of one that still waits; nothing becomes active by it. */
@ApplicationScoped
class RequestActivation {
    private final SessionRepository sessions;
    private final Drafts drafts;
    private final ActiveSets sets;
    private final OpenRequest openRequest;
    private final Clock clock;

    RequestActivation(SessionRepository sessions, Drafts drafts, ActiveSets sets, OpenRequest openRequest, Clock clock) {
        this.sessions = sessions;
        this.drafts = drafts;
        this.sets = sets;
        this.openRequest = openRequest;
        this.clock = clock;
    }

    Uni<ActivationRequest> of(SessionId id, Caller caller, Wish wish, ActivationRequest.Asker asker, Originator originator) {
        ConsentDuration.check(wish.duration());
        return sessions.require(id, caller)
                .invoke(this::requireActive)
                .chain(session -> drafts.of(session, wish))
                .chain(draft -> open(id, draft, asker, originator));
    }

    @WithTransaction
    Uni<ActivationRequest> open(SessionId id, Draft draft, ActivationRequest.Asker asker, Originator originator) {
        return sets.lock(id)
                .invoke(RequestActivation::requireActive)
                .call(set -> sets.store(set, SessionService.ITSELF))
                .chain(set -> openRequest.of(draft.against(set), asker, set, originator));
    }

    private void requireActive(Session session) {
        if (!session.isActiveAt(clock.instant())) throw new SessionFailure.Over();
    }

    private static void requireActive(ActiveSet set) {
        if (!set.session().isActiveAt(set.now())) throw new SessionFailure.Over();
    }
}
