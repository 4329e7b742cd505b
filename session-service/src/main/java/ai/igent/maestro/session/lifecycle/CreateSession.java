package ai.igent.maestro.session.lifecycle;

import java.time.Clock;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;

import ai.igent.maestro.audittrail.Originator;
import ai.igent.maestro.idempotency.Attempt;
import ai.igent.maestro.idempotency.Idempotency;
import ai.igent.maestro.session.session.NewSession;
import ai.igent.maestro.session.session.Session;
import ai.igent.maestro.session.session.SessionEvents;
import ai.igent.maestro.session.session.SessionRepository;
import ai.igent.maestro.session.signing.TokenKey;
import ai.igent.maestro.vocabulary.IdSource;
import ai.igent.maestro.vocabulary.SessionId;

/** Creates a session and opens it. An attempt that was made before opens the session it made then: tokens are never kept, so they are new. */
@ApplicationScoped
class CreateSession {
    private final SessionRepository sessions;
    private final OpenSession openSession;
    private final Idempotency idempotency;
    private final SessionEvents events;
    private final IdSource ids;
    private final Clock clock;

    CreateSession(SessionRepository sessions, OpenSession openSession, Idempotency idempotency, SessionEvents events, IdSource ids,
            Clock clock) {
        this.sessions = sessions;
        this.openSession = openSession;
        this.idempotency = idempotency;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
    }

    Uni<SessionOpening> of(NewSession wish, Attempt attempt, Originator originator) {
        return openSession.withKey(key -> idempotency.once(attempt, () -> create(wish, attempt, key, originator),
                made -> openSession.again(new SessionId(made.getFirst()), key)));
    }

    /** The session and its code are there together or not at all. */
    @WithTransaction
    Uni<SessionOpening> create(NewSession wish, Attempt attempt, TokenKey key, Originator originator) {
        var session = Session.begin(SessionId.of(ids.next()), wish, clock.instant());
        return idempotency.record(attempt, List.of(session.id().text()))
                .chain(() -> sessions.persistAndFlush(session))
                .chain(() -> events.created(session, originator))
                .chain(() -> openSession.first(session, key));
    }
}
