package ai.igent.maestro.session.lifecycle;

import java.time.Clock;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;

import ai.igent.maestro.session.enrolment.EnrolmentCodeRepository;
import ai.igent.maestro.session.session.Session;
import ai.igent.maestro.session.session.SessionFailure;
import ai.igent.maestro.session.session.SessionRepository;
import ai.igent.maestro.session.signing.SessionTokens;
import ai.igent.maestro.session.signing.TokenKey;
import ai.igent.maestro.vocabulary.SessionId;

/**
 * Gives the platform what opens a session: a token for the agent and the code its sandbox enrols with. Of the codes of a session only the latest can
 * be redeemed.
 */
@ApplicationScoped
class OpenSession {
    private final SessionRepository sessions;
    private final EnrolmentCodeRepository codes;
    private final SessionTokens tokens;
    private final Clock clock;

    OpenSession(SessionRepository sessions, EnrolmentCodeRepository codes, SessionTokens tokens, Clock clock) {
        this.sessions = sessions;
        this.codes = codes;
        this.tokens = tokens;
        this.clock = clock;
    }

    /** Opens what {@code creation} gives. The signing key, which may need a remote call, is at hand before anything is created. */
    Uni<SessionOpening> after(Supplier<Uni<SessionId>> creation) {
        return tokens.key().chain(key -> creation.get().chain(id -> open(id, key)));
    }

    @WithTransaction
    Uni<SessionOpening> open(SessionId id, TokenKey key) {
        return sessions.requireForUpdate(id)
                .invoke(this::requireActive)
                .call(codes::revokeUnused)
                .chain(session -> codes.issue(session).map(code -> new SessionOpening(session, tokens.forAgent(session, key), code)));
    }

    private void requireActive(Session session) {
        if (!session.isActiveAt(clock.instant())) throw new SessionFailure.Over();
    }
}
