package ai.igent.maestro.session.lifecycle;

import java.time.Clock;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;

import ai.igent.maestro.audittrail.Originator;
import ai.igent.maestro.session.enrolment.EnrolmentCodeRepository;
import ai.igent.maestro.session.session.NewSession;
import ai.igent.maestro.session.session.Session;
import ai.igent.maestro.session.session.SessionEvents;
import ai.igent.maestro.session.session.SessionRepository;
import ai.igent.maestro.session.signing.SessionTokens;
import ai.igent.maestro.session.signing.TokenKey;
import ai.igent.maestro.vocabulary.IdSource;
import ai.igent.maestro.vocabulary.SessionId;

/** Creates a session, with its agent's token and the code its sandbox enrols with. */
@ApplicationScoped
class CreateSession {
    private final SessionRepository sessions;
    private final EnrolmentCodeRepository codes;
    private final SessionTokens tokens;
    private final SessionEvents events;
    private final IdSource ids;
    private final Clock clock;

    CreateSession(SessionRepository sessions, EnrolmentCodeRepository codes, SessionTokens tokens, SessionEvents events, IdSource ids,
            Clock clock) {
        this.sessions = sessions;
        this.codes = codes;
        this.tokens = tokens;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
    }

    /** The signing key is at hand before the transaction starts: reading it may need a remote call. */
    Uni<SessionOpening> of(NewSession wish, Originator originator) {
        return tokens.key().chain(key -> create(wish, key, originator));
    }

    @WithTransaction
    Uni<SessionOpening> create(NewSession wish, TokenKey key, Originator originator) {
        var session = Session.begin(SessionId.of(ids.next()), wish, clock.instant());
        return sessions.persistAndFlush(session)
                .call(() -> events.created(session, originator))
                .chain(() -> codes.issue(session))
                .map(code -> new SessionOpening(session, tokens.forAgent(session, key), code));
    }
}
