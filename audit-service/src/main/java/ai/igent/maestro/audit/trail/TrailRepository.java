package ai.igent.maestro.audit.trail;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;

import ai.igent.maestro.audit.chain.AuditEvent;

/** Reads the trail: the newest of each view, united and cut to the page. */
@ApplicationScoped
class TrailRepository {
    /** Says of the kind what the index of subjects does, which is without sessions. */
    private static final String OF_SECRET = "subject_id = :secret and subject_kind <> 'session'";

    /** The newest {@code limit} entries before {@code before} (null: of all). */
    @WithSession
    Uni<List<AuditEvent>> newest(Audience audience, EventFilter filter, Position before, int limit) {
        var asked = before(before, asked(filter));
        var views = audience.views().stream().map(view -> view.newest(asked, limit)).toList();
        String ids = views.stream().map(view -> "(" + view.text() + ")").collect(Collectors.joining(" union "));
        return read("select * from audit_event where id in (" + ids + ")" + View.NEWEST_FIRST + limit, parameters(views));
    }

    private static Fragment asked(EventFilter filter) {
        return new Fragment("true", Map.of())
                .andIf(filter.type() == null ? null : filter.type().text(), "type = :type", "type")
                .andIf(filter.actor() == null ? null : filter.actor().kind().text(), "actor_kind = :actorKind", "actorKind")
                .andIf(filter.actor() == null ? null : filter.actor().id(), "actor_id = :actorId", "actorId")
                .andIf(filter.secret() == null ? null : filter.secret().text(), OF_SECRET, "secret")
                .andIf(filter.session() == null ? null : filter.session().text(), "session = :session", "session")
                .andIf(filter.owner() == null ? null : filter.owner().text(), "owner = :owner", "owner")
                .andIf(filter.outcome() == null ? null : filter.outcome().text(), "outcome = :outcome", "outcome")
                .andIf(filter.from(), "time >= :from", "from")
                .andIf(filter.to(), "time < :to", "to");
    }

    private static Fragment before(Position position, Fragment asked) {
        if (position == null) return asked;
        return asked.and(new Fragment("(time, id) < (:beforeTime, :beforeId)",
                Map.of("beforeTime", position.time(), "beforeId", position.id().text())));
    }

    private static Map<String, Object> parameters(List<Fragment> views) {
        Map<String, Object> all = new HashMap<>();
        views.forEach(view -> all.putAll(view.parameters()));
        return all;
    }

    private static Uni<List<AuditEvent>> read(String sql, Map<String, Object> parameters) {
        return Panache.getSession().chain(session -> {
            var query = session.createNativeQuery(sql, AuditEvent.class);
            parameters.forEach(query::setParameter);
            return query.getResultList();
        });
    }
}
