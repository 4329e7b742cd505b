package ai.igent.maestro.session.lifecycle;

import java.time.Clock;
import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;

import ai.igent.maestro.audittrail.Originator;
import ai.igent.maestro.session.session.Session;
import ai.igent.maestro.session.session.SessionEvents;
import ai.igent.maestro.session.session.SessionFailure;
import ai.igent.maestro.session.session.SessionRepository;
import ai.igent.maestro.vocabulary.SessionId;

/** Lets a session live on for some time from now. Never shortens it, and lengthens no activation: consent was given for its own time. */
@ApplicationScoped
class ExtendSession {
    private final SessionRepository sessions;
    private final SessionEvents events;
    private final Clock clock;

    ExtendSession(SessionRepository sessions, SessionEvents events, Clock clock) {
        this.sessions = sessions;
        this.events = events;
        this.clock = clock;
    }

    @WithTransaction
    Uni<Session> of(SessionId id, Duration more, Originator originator) {
        return sessions.requireForUpdate(id).invoke(session -> extend(session, more)).call(session -> events.extended(session, originator));
    }

    private void extend(Session session, Duration more) {
        if (!session.isActiveAt(clock.instant())) throw new SessionFailure.Over();
        session.extendTo(clock.instant().plus(more));
    }
}
