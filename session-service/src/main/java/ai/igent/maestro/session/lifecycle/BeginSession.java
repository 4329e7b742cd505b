package ai.igent.maestro.session.lifecycle;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import ai.igent.maestro.audittrail.Originator;
import ai.igent.maestro.idempotency.Attempt;
import ai.igent.maestro.session.session.NewSession;
import ai.igent.maestro.session.session.SessionRepository;
import ai.igent.maestro.session.standing.UseConsents;
import ai.igent.maestro.session.standing.UseConsents.Used;

/** Creates a session, and then activates in it what its user agreed to in advance. The session is there whatever comes of that. */
@ApplicationScoped
class BeginSession {
    private final CreateSession createSession;
    private final UseConsents useConsents;
    private final SessionRepository sessions;

    BeginSession(CreateSession createSession, UseConsents useConsents, SessionRepository sessions) {
        this.createSession = createSession;
        this.useConsents = useConsents;
        this.sessions = sessions;
    }

    Uni<SessionOpening> of(NewSession wish, Attempt attempt, Originator originator) {
        return createSession.of(wish, attempt, originator)
                .chain(opening -> useConsents.of(opening.session(), originator).chain(used -> after(opening, used)));
    }

    private Uni<SessionOpening> after(SessionOpening opening, List<Used> used) {
        if (used.isEmpty()) return Uni.createFrom().item(opening);
        return sessions.require(opening.session().id()).map(now -> opening.after(now, used));
    }
}
