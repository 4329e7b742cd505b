package ai.igent.maestro.session.events;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

import jakarta.enterprise.context.ApplicationScoped;

import ai.igent.maestro.vocabulary.SessionId;

/** The sessions that are watched on this replica, and by how many streams each: a bounded number. */
@ApplicationScoped
class Watched {
    private final ConcurrentMap<SessionId, Integer> streams = new ConcurrentHashMap<>();
    private final int most;

    Watched(EventsConfig config) {
        this.most = config.streamsPerSession();
    }

    boolean hasRoomFor(SessionId session) {
        return streams.getOrDefault(session, 0) < most;
    }

    /** @return whether there was room; if so, {@link #leave} has to follow */
    boolean join(SessionId session) {
        boolean joined = streams.merge(session, 1, Integer::sum) <= most;
        if (!joined) leave(session);
        return joined;
    }

    void leave(SessionId session) {
        streams.computeIfPresent(session, (id, count) -> count > 1 ? count - 1 : null);
    }

    Set<SessionId> sessions() {
        return Set.copyOf(streams.keySet());
    }
}
