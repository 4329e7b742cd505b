package ai.igent.maestro.session.activation;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;

import ai.igent.maestro.session.candidate.CandidateId;
import ai.igent.maestro.vocabulary.ConsentId;
import ai.igent.maestro.vocabulary.SessionId;

/** Activations in the database. */
@ApplicationScoped
public class ActivationRepository implements PanacheRepositoryBase<Activation, UUID> {
    private static final String COUNT = """
            select session, count(*) from Activation
            where session in :sessions and endedAt is null and activeUntil > instant group by session""";

    /** Those that have not been ended, the ones whose time is up included: whoever holds the session's lock ends these first. */
    Uni<List<Activation>> notEnded(SessionId session) {
        return find("session = ?1 and endedAt is null order by variable", session.text()).list();
    }

    /** What is active now, by the database's clock. */
    @WithSession
    public Uni<List<Activation>> active(SessionId session) {
        return find("session = ?1 and endedAt is null and activeUntil > instant order by variable", session.text()).list();
    }

    /** How many things are active now in each of {@code sessions}; one without any is not in the map. */
    @WithSession
    public Uni<Map<SessionId, Long>> countActive(Collection<SessionId> sessions) {
        return getSession().chain(session -> session.createQuery(COUNT, Object[].class)
                .setParameter("sessions", sessions.stream().map(SessionId::text).toList()).getResultList())
                .map(rows -> rows.stream().collect(Collectors.toMap(row -> new SessionId((String) row[0]), row -> (Long) row[1])));
    }

    /** Sessions in which {@code candidate} is active under consent given for an epoch before {@code epoch}. */
    @WithSession
    public Uni<List<SessionId>> sessionsWithEarlierConsent(CandidateId candidate, long epoch) {
        return find("select distinct session from Activation where candidate = ?1 and epoch < ?2 and endedAt is null", candidate.text(),
                epoch).project(String.class).list().map(ActivationRepository::ids);
    }

    /** Sessions in which something is active by that consent in advance. */
    @WithSession
    public Uni<List<SessionId>> sessionsBy(ConsentId consent) {
        return find("select distinct session from Activation where standingConsent = ?1 and endedAt is null", consent.text())
                .project(String.class).list().map(ActivationRepository::ids);
    }

    /** Sessions in which something's time is up and not yet ended. */
    @WithSession
    public Uni<List<SessionId>> sessionsWithDue(int limit) {
        return find("select distinct session from Activation where endedAt is null and activeUntil <= instant").project(String.class)
                .page(0, limit).list().map(ActivationRepository::ids);
    }

    /** Writes out what has changed so far, so that rows end before others take their place in the unique indexes. */
    Uni<Void> flushEnded() {
        return flush();
    }

    private static List<SessionId> ids(List<String> texts) {
        return texts.stream().map(SessionId::new).toList();
    }
}
