package ai.igent.maestro.session.request;

import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;

import ai.igent.maestro.audittrail.Originator;
import ai.igent.maestro.session.session.DatabaseClock;
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
    private final DatabaseClock clock;

    DenyRequest(RequestRepository requests, SessionRepository sessions, RequestEvents events, DatabaseClock clock) {
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
                .call(request -> clock.now().invoke(now -> deny(request, person, reason, now)))
                .call(request -> events.denied(locked, request, originator)));
    }

    private static void deny(ActivationRequest request, Caller.Person person, String reason, Instant now) {
        request.requireOpenAt(now);
        request.deny(person.subject(), reason, now);
    }
}
