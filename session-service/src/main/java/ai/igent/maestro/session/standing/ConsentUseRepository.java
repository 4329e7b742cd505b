package ai.igent.maestro.session.standing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.panache.common.Page;
import io.smallrye.mutiny.Uni;

import ai.igent.maestro.vocabulary.ConsentId;
import ai.igent.maestro.vocabulary.SessionId;

/** Uses in the database. */
@ApplicationScoped
class ConsentUseRepository implements PanacheRepositoryBase<ConsentUse, ConsentUse.Place> {
    private static final String NOTE = """
            insert into standing_consent_use (consent_id, session_id, outcome, used_at) values (:consent, :session, :outcome, :usedAt)
            on conflict (consent_id, session_id) do update set outcome = excluded.outcome, used_at = excluded.used_at""";

    /** Inside a transaction; takes the place of what was noted for the same session before. */
    Uni<Void> note(ConsentId consent, SessionId session, Usage outcome, Instant now) {
        return getSession().chain(database -> database.createNativeQuery(NOTE).setParameter("consent", consent.text())
                .setParameter("session", session.text()).setParameter("outcome", outcome.text()).setParameter("usedAt", now)
                .executeUpdate()).replaceWithVoid();
    }

    /** What came of it in {@code session} so far, if it was tried there. */
    Uni<Optional<Usage>> outcome(ConsentId consent, SessionId session) {
        return find("place.consent = ?1 and place.session = ?2", consent.text(), session.text()).firstResult()
                .map(use -> Optional.ofNullable(use).map(ConsentUse::outcome));
    }

    /** Newest first. */
    @WithSession
    Uni<List<ConsentUse>> latest(ConsentId consent, int limit) {
        return find("place.consent = ?1 order by usedAt desc", consent.text()).page(Page.ofSize(limit)).list();
    }
}
