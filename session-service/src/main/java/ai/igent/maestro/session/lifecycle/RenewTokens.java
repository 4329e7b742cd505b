package ai.igent.maestro.session.lifecycle;

import java.time.Clock;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;

import ai.igent.maestro.audittrail.Originator;
import ai.igent.maestro.session.enrolment.EnrolmentCodeRepository;
import ai.igent.maestro.session.session.Session;
import ai.igent.maestro.session.session.SessionEvents;
import ai.igent.maestro.session.session.SessionFailure;
import ai.igent.maestro.session.session.SessionRepository;
import ai.igent.maestro.session.signing.SessionTokens;
import ai.igent.maestro.session.signing.TokenKey;
import ai.igent.maestro.vocabulary.SessionId;

/** Revokes every token and unused code of a session and issues a new agent token and a new code. */
@ApplicationScoped
class RenewTokens {
    private final SessionRepository sessions;
    private final EnrolmentCodeRepository codes;
    private final SessionTokens tokens;
    private final SessionEvents events;
    private final Clock clock;

    RenewTokens(SessionRepository sessions, EnrolmentCodeRepository codes, SessionTokens tokens, SessionEvents events, Clock clock) {
        this.sessions = sessions;
        this.codes = codes;
        this.tokens = tokens;
        this.events = events;
        this.clock = clock;
    }

    Uni<SessionOpening> of(SessionId id, Originator originator) {
        return tokens.key().chain(key -> renew(id, key, originator));
    }

    @WithTransaction
    Uni<SessionOpening> renew(SessionId id, TokenKey key, Originator originator) {
        return sessions.requireForUpdate(id)
                .invoke(this::revoke)
                .call(codes::revokeUnused)
                .call(session -> events.tokensRenewed(session, originator))
                .chain(session -> codes.issue(session)
                        .map(code -> new SessionOpening(session, tokens.forAgent(session, key), code)));
    }

    private void revoke(Session session) {
        if (!session.isActiveAt(clock.instant())) throw new SessionFailure.Over();
        session.revokeTokens();
    }
}
