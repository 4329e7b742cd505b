package ai.igent.maestro.session.request;

import java.time.Clock;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;

import ai.igent.maestro.audittrail.Originator;
import ai.igent.maestro.session.session.SessionRepository;
import ai.igent.maestro.vocabulary.RequestId;
import ai.igent.maestro.vocabulary.SessionId;
import ai.igent.maestro.web.identity.Caller;

/** Decides against a request, under the session's lock like every decision. */
@ApplicationScoped
class DenyRequest {
    private final RequestRepository requests;
    private final SessionRepository sessions;
    private final RequestEvents events;
    private final Clock clock;

    DenyRequest(RequestRepository requests, SessionRepository sessions, RequestEvents events, Clock clock) {
        this.requests = requests;
        this.sessions = sessions;
        this.events = events;
        this.clock = clock;
    }

    Uni<ActivationRequest> of(RequestId id, Caller.Person person, String reason, Originator originator) {
        return requests.require(id, person).chain(request -> deny(request.session(), id, person, reason, originator));
    }

    @WithTransaction
    Uni<ActivationRequest> deny(SessionId session, RequestId id, Caller.Person person, String reason,
            Originator originator) {
        return sessions.requireForUpdate(session).chain(locked -> requests.require(id)
                .invoke(request -> deny(request, person, reason))
                .call(request -> events.denied(locked, request, originator)));
    }

    private void deny(ActivationRequest request, Caller.Person person, String reason) {
        request.requireOpenAt(clock.instant());
        request.deny(person.subject(), reason, clock.instant());
    }
}
