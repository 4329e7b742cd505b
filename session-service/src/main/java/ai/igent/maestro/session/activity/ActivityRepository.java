package ai.igent.maestro.session.activity;

import java.util.List;
import java.util.Objects;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;

import ai.igent.maestro.session.activation.Activation;
import ai.igent.maestro.session.session.Session;
import ai.igent.maestro.session.session.SessionFailure;
import ai.igent.maestro.vocabulary.SessionId;

/** Sessions with what is active in them, as it is stored: both of one moment, in one query. */
@ApplicationScoped
class ActivityRepository {
    private static final String READ = """
            select s, a, a.activeUntil > instant from Session s left join Activation a on a.session = s.id and a.endedAt is null
            where s.id = :id order by a.variable""";

    /** Fails with {@link SessionFailure.NotFound}. */
    @WithSession
    Uni<Stored> require(SessionId id) {
        return Panache.getSession()
                .chain(session -> session.createQuery(READ, Object[].class).setParameter("id", id.text()).getResultList())
                .map(ActivityRepository::stored);
    }

    private static Stored stored(List<Object[]> rows) {
        if (rows.isEmpty()) throw new SessionFailure.NotFound();
        return new Stored((Session) rows.getFirst()[0],
                rows.stream().map(row -> (Activation) row[1]).filter(Objects::nonNull).toList(),
                rows.stream().filter(row -> Boolean.TRUE.equals(row[2])).map(row -> (Activation) row[1]).toList());
    }

    /**
     * A session's rows.
     *
     * @param notEnded what is sealed with the session: also what is over by the database's clock, and not ended yet
     * @param active those of it that are not over
     */
    record Stored(Session session, List<Activation> notEnded, List<Activation> active) {
        Activity activity() {
            return new Activity(session, active);
        }
    }
}
