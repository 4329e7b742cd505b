package ai.igent.maestro.vault.history;

import java.time.Clock;
import java.util.Collection;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;

import ai.igent.maestro.vocabulary.SecretId;
import ai.igent.maestro.vocabulary.SessionId;

/** Remembers releases per secret and session. Written in the transaction that puts a release on record. */
@ApplicationScoped
public class SessionReleaseRepository implements PanacheRepositoryBase<SessionRelease, SessionRelease.Key> {
    /** In the order of the ids, so that two releases of the same secrets to the same session do not wait for each other. */
    private static final String RELEASED = """
            insert into session_release (secret, session, first_at, last_at, count)
            select distinct secret, cast(:session as text), cast(cast(:now as text) as timestamptz), cast(cast(:now as text) as timestamptz), 1
            from unnest(string_to_array(cast(:secrets as text), ',')) as released (secret) order by secret
            on conflict (secret, session) do update
            set last_at = greatest(session_release.last_at, excluded.last_at), count = session_release.count + 1""";

    private final Clock clock;

    SessionReleaseRepository(Clock clock) {
        this.clock = clock;
    }

    /** Inside a transaction: these secrets are being released to this session. */
    public Uni<Void> released(Collection<String> secrets, SessionId session) {
        if (secrets.isEmpty()) return Uni.createFrom().voidItem();
        return getSession().chain(open -> open.createNativeQuery(RELEASED).setParameter("session", session.text())
                .setParameter("now", clock.instant().toString()).setParameter("secrets", String.join(",", secrets)).executeUpdate())
                .replaceWithVoid();
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
