package ai.igent.maestro.session.activation;

import java.time.Instant;
import java.util.Collection;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;

import ai.igent.maestro.session.session.SessionRepository;
import ai.igent.maestro.vocabulary.SessionId;

/** Makes time pass for what is active in a session: as if its consent had been given earlier, seal and all. */
@ApplicationScoped
public class TimeUp {
    private final SessionRepository sessions;
    private final ActivationRepository activations;
    private final SetSeals seals;

    TimeUp(SessionRepository sessions, ActivationRepository activations, SetSeals seals) {
        this.sessions = sessions;
        this.activations = activations;
        this.seals = seals;
    }

    /** From now on, the time of these is up. */
    public void of(String session, Collection<String> candidates) {
        try {
            VertxContextSupport.subscribeAndAwait(() -> Panache.withTransaction(() -> pass(new SessionId(session), candidates)));
        } catch (Throwable failure) {
            throw new IllegalStateException(failure);
        }
    }

    private Uni<Void> pass(SessionId id, Collection<String> candidates) {
        return sessions.requireForUpdate(id)
                .chain(session -> activations.update("activeUntil = ?1 where session = ?2 and candidate in ?3 and endedAt is null",
                        Instant.now().minusSeconds(1), id.text(), candidates)
                        .chain(() -> activations.notEnded(id)).invoke(notEnded -> seals.seal(session, notEnded)))
                .replaceWithVoid();
    }
}
