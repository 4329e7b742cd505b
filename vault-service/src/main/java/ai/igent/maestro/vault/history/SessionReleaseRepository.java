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
    /** In the order of the ids, so that two releases of the same secrets to the same session do not wait for each other. */
    private static final String RELEASED = """
            insert into session_release (secret, session, first_at, last_at, count)
            select distinct secret, $1::text, $2::timestamptz, $2::timestamptz, 1 from unnest($3::text[]) as released (secret) order by secret
            on conflict (secret, session) do update
            set last_at = greatest(session_release.last_at, excluded.last_at), count = session_release.count + 1""";

    private final Clock clock;

    SessionReleaseRepository(Clock clock) {
        this.clock = clock;
    }

    /** For the statement that puts it on record: these secrets are being released to this session. */
    public Change release(Collection<String> secrets, SessionId session) {
        return new Change(RELEASED,
                List.of(session.text(), clock.instant().atOffset(ZoneOffset.UTC), secrets.toArray(String[]::new)));
    }

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
