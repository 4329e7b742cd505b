package ai.igent.maestro.session.lifecycle;

import java.time.Clock;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import ai.igent.maestro.session.activation.ActivationRepository;
import ai.igent.maestro.session.session.Session;

/** Shows sessions with how much is active in each, counted for all of them at once. */
@ApplicationScoped
class SessionViews {
    private final ActivationRepository activations;
    private final Clock clock;

    SessionViews(ActivationRepository activations, Clock clock) {
        this.activations = activations;
        this.clock = clock;
    }

    Uni<SessionView> of(Session session) {
        return of(List.of(session)).map(List::getFirst);
    }

    Uni<Opened> opened(SessionOpening opening) {
        return of(opening.session()).map(view -> new Opened(view, opening.agentToken(), opening.enrolmentCode(), opening.consents()));
    }

    Uni<List<SessionView>> of(List<Session> sessions) {
        return activations.countActive(sessions.stream().map(Session::id).toList()).map(counts -> sessions.stream()
                .map(session -> SessionView.of(session, counts.getOrDefault(session.id(), 0L), clock.instant())).toList());
    }
}
