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
import ai.igent.maestro.session.session.SessionRepository;
import ai.igent.maestro.vocabulary.SessionId;
import ai.igent.maestro.web.identity.Caller;

/** Sessions with what is active in them by the database's clock. */
@ApplicationScoped
public class ActivityRepository {
    private static final String READ = """
            select s, a from Session s left join Activation a on a.session = s.id and a.endedAt is null and a.activeUntil > instant
            where s.id = :id order by a.variable""";

    /** For the session's user or its agent. Fails with NotFound, and with TokenRevoked for an agent's earlier token. */
    @WithSession
    public Uni<Activity> require(SessionId id, Caller caller) {
        return Panache.getSession()
                .chain(session -> session.createQuery(READ, Object[].class).setParameter("id", id.text()).getResultList())
                .map(ActivityRepository::activity)
                .invoke(found -> SessionRepository.admit(found.session(), caller));
    }

    private static Activity activity(List<Object[]> rows) {
        if (rows.isEmpty()) throw new SessionFailure.NotFound();
        return new Activity((Session) rows.getFirst()[0], rows.stream().map(row -> (Activation) row[1]).filter(Objects::nonNull).toList());
    }
}
