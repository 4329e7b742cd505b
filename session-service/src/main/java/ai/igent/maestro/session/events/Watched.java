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
        int[] joined = new int[1];
        streams.compute(session, (id, count) -> {
            int now = count == null ? 0 : count;
            joined[0] = now < most ? 1 : 0;
            return now + joined[0];
        });
        return joined[0] == 1;
    }

    void leave(SessionId session) {
        streams.computeIfPresent(session, (id, count) -> count > 1 ? count - 1 : null);
    }

    Set<SessionId> sessions() {
        return Set.copyOf(streams.keySet());
    }
}
