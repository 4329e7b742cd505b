package ai.igent.maestro.session.lifecycle;

import java.time.Duration;
import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;

import ai.igent.maestro.audittrail.Originator;
import ai.igent.maestro.session.session.DatabaseClock;
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
    private final DatabaseClock clock;

    ExtendSession(SessionRepository sessions, SessionEvents events, DatabaseClock clock) {
        this.sessions = sessions;
        this.events = events;
        this.clock = clock;
    }

    @WithTransaction
    Uni<Session> of(SessionId id, Duration more, Originator originator) {
        return sessions.requireForUpdate(id)
                .call(session -> clock.now().invoke(now -> extend(session, now, more)))
                .call(session -> events.extended(session, originator));
    }

    private static void extend(Session session, Instant now, Duration more) {
        if (!session.isActiveAt(now)) throw new SessionFailure.Over();
        session.extendTo(now.plus(more));
    }
}
