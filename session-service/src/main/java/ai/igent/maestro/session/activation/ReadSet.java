package ai.igent.maestro.session.activation;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import ai.igent.maestro.session.session.DatabaseClock;
import ai.igent.maestro.session.session.Session;
import ai.igent.maestro.session.session.SessionRepository;
import ai.igent.maestro.vocabulary.SessionId;

/** Reads a session's active set under its lock. */
@ApplicationScoped
class ReadSet {
    private final SessionRepository sessions;
    private final ActivationRepository activations;
    private final SetSeals seals;
    private final DatabaseClock clock;

    ReadSet(SessionRepository sessions, ActivationRepository activations, SetSeals seals, DatabaseClock clock) {
        this.sessions = sessions;
        this.activations = activations;
        this.seals = seals;
        this.clock = clock;
    }

    Uni<ActiveSet> locked(SessionId id) {
        return sessions.requireForUpdate(id).chain(this::read);
    }

    private Uni<ActiveSet> read(Session session) {
        return activations.notEnded(session.id()).chain(
                notEnded -> clock.now().map(now -> new ActiveSet(session, notEnded, seals.holds(session, notEnded), now)));
    }
}
