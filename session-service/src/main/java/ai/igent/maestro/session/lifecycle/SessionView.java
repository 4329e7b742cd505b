package ai.igent.maestro.session.lifecycle;

import java.time.Instant;

import ai.igent.maestro.session.session.Session;
import ai.igent.maestro.session.session.SessionStatus;
import ai.igent.maestro.vocabulary.Environment;
import ai.igent.maestro.vocabulary.SessionId;

/** A session as its user and the platform see it. */
public record SessionView(SessionId id, String user, String organization, String title, String agent, Environment environment,
        SessionStatus status, long revision, long appliedRevision, long activeCount, Instant createdAt, Instant expiresAt,
        Instant endedAt) {
    static SessionView of(Session session, long activeCount, Instant now) {
        return new SessionView(session.id(), session.user(), session.organization(), session.title(), session.agent(),
                session.environment(),
                session.statusAt(now), session.revision(), session.appliedRevision(), session.isActiveAt(now) ? activeCount : 0,
                session.createdAt(), session.expiresAt(), session.endedAt());
    }
}
