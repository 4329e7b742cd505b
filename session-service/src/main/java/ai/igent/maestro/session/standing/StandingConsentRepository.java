package ai.igent.maestro.session.standing;

import java.time.Instant;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.panache.common.Page;
import io.smallrye.mutiny.Uni;

import ai.igent.maestro.session.session.Session;
import ai.igent.maestro.vocabulary.ConsentId;
import ai.igent.maestro.web.identity.Caller;

/** Standing consents in the database. Another person's are not found. */
@ApplicationScoped
class StandingConsentRepository implements PanacheRepositoryBase<StandingConsent, String> {
    private static final String FOR_SESSION = """
            from StandingConsent given where given.user = ?1 and given.agent = ?2 and given.organization is not distinct from ?3
            and given.createdAt <= ?4 and given.activeUntil > instant and given.revokedAt is null
            and not exists (from ConsentUse used where used.place.consent = given.id and used.place.session = ?5 and used.outcome <> ?6)
            order by given.id""";

    @WithSession
    Uni<StandingConsent> require(ConsentId id, Caller.Person person) {
        return found(id, person, findById(id.text()));
    }

    /** Holds the row's lock until the transaction ends. */
    Uni<StandingConsent> requireForUpdate(ConsentId id, Caller.Person person) {
        return found(id, person, findById(id.text(), LockModeType.PESSIMISTIC_WRITE));
    }

    /** Holds the row's lock until the transaction ends. */
    Uni<StandingConsent> requireForUpdate(ConsentId id) {
        return findById(id.text(), LockModeType.PESSIMISTIC_WRITE).onItem().ifNull().failWith(StandingFailure.NotFound::new);
    }

    private static Uni<StandingConsent> found(ConsentId id, Caller.Person person, Uni<StandingConsent> row) {
        return row.map(consent -> consent != null && consent.user().equals(person.subject()) ? consent : null)
                .onItem().ifNull().failWith(StandingFailure.NotFound::new);
    }

    /** Newest first, from behind {@code before}; {@code agent} null for all. */
    @WithSession
    Uni<List<StandingConsent>> list(String user, String agent, String before, int limit) {
        String from = before == null ? "~" : before;
        var query = agent == null
                ? find("user = ?1 and id < ?2 order by id desc", user, from)
                : find("user = ?1 and id < ?2 and agent = ?3 order by id desc", user, from, agent);
        return query.page(Page.ofSize(limit)).list();
    }

    Uni<Long> countLive(String user, String agent, Instant now) {
        return count("user = ?1 and agent = ?2 and activeUntil > ?3 and revokedAt is null", user, agent, now);
    }

    /** What was agreed to, before it began, for sessions like this one, and has not been tried in it to the end. */
    @WithSession
    Uni<List<StandingConsent>> forSession(Session session) {
        return find(FOR_SESSION, session.user(), session.agent(), session.organization(), session.createdAt(), session.id().text(),
                Usage.OWNER_AWAY.text()).list();
    }
}
