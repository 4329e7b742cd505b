package ai.igent.maestro.session.diagnosis;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;

import ai.igent.maestro.session.candidate.CandidateId;
import ai.igent.maestro.vocabulary.SessionId;

/** How things were active in a session before. */
@ApplicationScoped
class PastRepository {
    private static final String LAST = """
            select a.candidate, a.endReason, a.endedAt from Activation a where a.session = :session and a.candidate in :candidates
            and a.endedAt = (select max(b.endedAt) from Activation b where b.session = a.session and b.candidate = a.candidate)""";

    /** The last end of each of {@code candidates} that was active before. */
    @WithSession
    Uni<Map<CandidateId, Past>> last(SessionId session, Collection<CandidateId> candidates) {
        if (candidates.isEmpty()) return Uni.createFrom().item(Map.of());
        return Panache.getSession().chain(open -> open.createQuery(LAST, Object[].class).setParameter("session", session.text())
                .setParameter("candidates", candidates.stream().map(CandidateId::text).toList()).getResultList()).map(PastRepository::byId);
    }

    private static Map<CandidateId, Past> byId(List<Object[]> rows) {
        return rows.stream().collect(Collectors.toMap(row -> new CandidateId((String) row[0]),
                row -> new Past((String) row[1], (Instant) row[2]), (one, other) -> one));
    }
}
