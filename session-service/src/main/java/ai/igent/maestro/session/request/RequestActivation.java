package ai.igent.maestro.session.request;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;

import ai.igent.maestro.audittrail.Originator;
import ai.igent.maestro.idempotency.Attempt;
import ai.igent.maestro.idempotency.Idempotency;
import ai.igent.maestro.session.SessionService;
import ai.igent.maestro.session.activation.ActiveSet;
import ai.igent.maestro.session.activation.ActiveSets;
import ai.igent.maestro.session.activation.ConsentDuration;
import ai.igent.maestro.session.session.Session;
import ai.igent.maestro.session.session.SessionFailure;
import ai.igent.maestro.session.session.SessionRepository;
import ai.igent.maestro.vocabulary.RequestId;
import ai.igent.maestro.vocabulary.SessionId;
import ai.igent.maestro.web.identity.Caller;

/** Turns a wish into a request that waits for the session's user. It takes the place of one that still waits; nothing becomes active by it. */
@ApplicationScoped
class RequestActivation {
    private final SessionRepository sessions;
    private final Drafts drafts;
    private final ActiveSets sets;
    private final OpenRequest openRequest;
    private final RequestRepository requests;
    private final Idempotency idempotency;

    RequestActivation(SessionRepository sessions, Drafts drafts, ActiveSets sets, OpenRequest openRequest, RequestRepository requests,
            Idempotency idempotency) {
        this.sessions = sessions;
        this.drafts = drafts;
        this.sets = sets;
        this.openRequest = openRequest;
        this.requests = requests;
        this.idempotency = idempotency;
    }

    /** An attempt that was made before gives the request it made then, as it is now. */
    Uni<ActivationRequest> of(SessionId id, Caller caller, Wish wish, ActivationRequest.Asker asker, Attempt attempt,
            Originator originator) {
        ConsentDuration.check(wish.duration());
        return sessions.require(id, caller)
                .chain(session -> idempotency.once(attempt, () -> first(session, wish, asker, attempt, originator)))
                .chain(made -> requests.require(new RequestId(made.getFirst()), caller));
    }

    private Uni<List<String>> first(Session session, Wish wish, ActivationRequest.Asker asker, Attempt attempt, Originator originator) {
        return drafts.of(session, wish).chain(draft -> open(session.id(), draft, asker, attempt, originator));
    }

    @WithTransaction
    Uni<List<String>> open(SessionId id, Draft draft, ActivationRequest.Asker asker, Attempt attempt, Originator originator) {
        return sets.lock(id)
                .invoke(RequestActivation::requireActive)
                .call(set -> sets.store(set, SessionService.ITSELF))
                .chain(set -> openRequest.of(draft.against(set), asker, set, originator))
                .map(request -> List.of(request.id().text()))
                .call(made -> idempotency.record(attempt, made));
    }

    private static void requireActive(ActiveSet set) {
        if (!set.session().isActiveAt(set.now())) throw new SessionFailure.Over();
    }
}
