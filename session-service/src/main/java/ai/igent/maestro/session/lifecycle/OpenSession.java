package ai.igent.maestro.session.lifecycle;

import java.time.Clock;
import java.util.function.Function;

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

    /** Fetches the signing key, which may need a remote call, before anything is created. */
    Uni<SessionOpening> withKey(Function<TokenKey, Uni<SessionOpening>> opening) {
        return tokens.key().chain(opening::apply);
    }

    /** For a new session, in the transaction that creates it. */
    Uni<SessionOpening> first(Session session, TokenKey key) {
        return codes.issue(session).map(code -> new SessionOpening(session, tokens.forAgent(session, key), code));
    }

    /** For one that was created earlier: what was issued then and not used does not count any more. */
    @WithTransaction
    Uni<SessionOpening> again(SessionId id, TokenKey key) {
        return sessions.requireForUpdate(id)
                .invoke(this::requireActive)
                .call(codes::revokeUnused)
                .chain(session -> first(session, key));
    }

    private void requireActive(Session session) {
        if (!session.isActiveAt(clock.instant())) throw new SessionFailure.Over();
    }
}
