package ai.igent.maestro.vault.history;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;

import ai.igent.maestro.database.Change;
import ai.igent.maestro.vocabulary.SecretId;
import ai.igent.maestro.vocabulary.SessionId;

/** Remembers releases per secret and session. Written by the statement that puts a release on record. */
@ApplicationScoped
public class SessionReleaseRepository implements PanacheRepositoryBase<SessionRelease, SessionRelease.Key> {
    /** In the order of the ids, so that two releases of the same secrets to the same sessions do not wait for each other. */
    private static final String RELEASED = """
            insert into session_release (secret, session, first_at, last_at, count)
            select secret, session, $1::timestamptz, $1::timestamptz, count(*)
            from unnest($2::text[], $3::text[]) as released (secret, session) group by secret, session order by secret, session
            on conflict (secret, session) do update
            set last_at = greatest(session_release.last_at, excluded.last_at), count = session_release.count + excluded.count""";

    private final Clock clock;

    SessionReleaseRepository(Clock clock) {
        this.clock = clock;
    }

    /** For the statement that puts them on record: each of them is being released once more. */
    public Change release(List<Released> released) {
        return new Change(RELEASED, List.of(clock.instant().atOffset(ZoneOffset.UTC),
                released.stream().map(Released::secret).toArray(String[]::new),
                released.stream().map(one -> one.session().text()).toArray(String[]::new)));
    }

    /** A secret and the session it is released to. */
    public record Released(String secret, SessionId session) {}

    /** The sessions this secret was released to, the last one first. */
    @WithSession
    public Uni<List<SessionUse>> of(SecretId secret) {
        return list("secret = ?1 order by lastAt desc, session", secret.text()).map(found -> found.stream()
                .map(use -> new SessionUse(use.session, use.firstAt, use.lastAt, use.count)).toList());
    }

    /** Inside a transaction: these secrets are gone. */
    public Uni<Void> forget(Collection<String> secrets) {
        return delete("secret in ?1", secrets).replaceWithVoid();
    }
}
