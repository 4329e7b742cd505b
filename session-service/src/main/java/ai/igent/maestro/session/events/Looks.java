package ai.igent.maestro.session.events;

import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

import ai.igent.maestro.vocabulary.SessionId;

/** Looks regularly at all watched sessions together, as long as somebody watches. While the database is away nothing is seen, and nobody is sent off. */
@ApplicationScoped
class Looks {
    private static final Logger LOG = Logger.getLogger(Looks.class);

    private final SessionStates states;
    private final Watched watched;
    private final Multi<Map<SessionId, SessionState>> all;
    private volatile boolean away;

    Looks(SessionStates states, Watched watched, EventsConfig config) {
        this.states = states;
        this.watched = watched;
        this.all = Multi.createFrom().ticks().every(config.every()).onOverflow().drop()
                .onItem().transformToUniAndConcatenate(tick -> look())
                .broadcast().withCancellationAfterLastSubscriberDeparture().toAllSubscribers();
    }

    private Uni<Map<SessionId, SessionState>> look() {
        return states.of(watched.sessions()).invoke(() -> away = false).onFailure().invoke(this::note).onFailure()
                .recoverWithItem(Map.of());
    }

    /** Once, until it is back. */
    private void note(Throwable cause) {
        if (!away) LOG.warnf("watched sessions cannot be looked at: %s", cause.getClass().getName());
        away = true;
    }

    /** How the session stands, again and again; a slow listener misses states in between and never the last. */
    Multi<SessionState> of(SessionId session) {
        return all.onOverflow().dropPreviousItems().map(found -> Optional.ofNullable(found.get(session)))
                .select().where(Optional::isPresent).map(Optional::get);
    }
}
