package ai.igent.maestro.session.grant;

import java.time.Duration;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import ai.igent.maestro.vocabulary.SessionId;

/**
 * What sessions' rows said when they were last read and authenticated, by the versions of these rows: of the same versions it need not be read again.
 * Each is read anew after a minute all the same, for a database that was set back to an earlier state, where versions can be made twice.
 */
@ApplicationScoped
class KnownSets {
    private static final Duration LIFE = Duration.ofMinutes(1);
    /** Sessions and things that are active in them. */
    private static final long MOST = 20_000;

    private final Cache<SessionId, Known> known = Caffeine.newBuilder().expireAfterWrite(LIFE).maximumWeight(MOST)
            .weigher((SessionId session, Known set) -> 1 + set.active().now().items().size()).executor(Runnable::run).build();

    private record Known(String versions, Snapshot.Active active) {}

    Optional<Snapshot.Active> find(Glance glance) {
        return Optional.ofNullable(known.getIfPresent(glance.session()))
                .filter(set -> !glance.due() && set.versions().equals(glance.versions())).map(Known::active);
    }

    void keep(SessionId session, String versions, Snapshot.Active active) {
        known.put(session, new Known(versions, active));
    }
}
