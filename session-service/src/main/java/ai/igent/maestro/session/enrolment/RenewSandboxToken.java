package ai.igent.maestro.session.enrolment;

import java.time.Clock;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import ai.igent.maestro.session.session.Session;
import ai.igent.maestro.session.session.SessionFailure;
import ai.igent.maestro.session.session.SessionRepository;
import ai.igent.maestro.session.signing.SessionTokens;
import ai.igent.maestro.session.signing.TokenKey;
import ai.igent.maestro.web.identity.Caller;

/** Gives a sandbox with a valid token of the current generation a fresh one of the same generation. */
@ApplicationScoped
class RenewSandboxToken {
    private final SessionRepository sessions;
    private final SessionTokens tokens;
    private final Clock clock;

    RenewSandboxToken(SessionRepository sessions, SessionTokens tokens, Clock clock) {
        this.sessions = sessions;
        this.tokens = tokens;
        this.clock = clock;
    }

    Uni<Enrolment> of(Caller.Sandbox sandbox) {
        return tokens.key().chain(key -> sessions.require(sandbox.session(), sandbox).map(session -> enrolment(session, key)));
    }

    private Enrolment enrolment(Session session, TokenKey key) {
        if (!session.isActiveAt(clock.instant())) throw new SessionFailure.Over();
        return new Enrolment(session.id(), tokens.forSandbox(session, key), tokens.sandboxExpiry(session));
    }
}
