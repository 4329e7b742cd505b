package ai.igent.maestro.audit.chain;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;

import ai.igent.maestro.vocabulary.EventId;

/** Heads and entries in the database. */
@ApplicationScoped
class ChainRepository implements PanacheRepositoryBase<ChainHead, Integer> {
    private static final String BEGIN = "insert into chain_head (partition, sequence, hash) values (:partition, 0, :genesis) on conflict do nothing";

    /** The head of a chain, locked until the transaction ends; a chain begins when it is first asked for. */
    Uni<ChainHead> lockHead(int partition) {
        return findById(partition, LockModeType.PESSIMISTIC_WRITE)
                .onItem().ifNull().switchTo(() -> begin(partition).chain(() -> findById(partition, LockModeType.PESSIMISTIC_WRITE)));
    }

    private Uni<Integer> begin(int partition) {
        return getSession().chain(session -> session.createNativeQuery(BEGIN).setParameter("partition", partition)
                .setParameter("genesis", ChainHash.genesis()).executeUpdate());
    }

    /** Those of {@code ids} that are in a chain already. */
    Uni<Set<String>> known(List<EventId> ids) {
        List<String> texts = ids.stream().map(EventId::text).toList();
        return getSession().chain(session -> session.createSelectionQuery("select id from AuditEvent where id in :ids", String.class)
                .setParameter("ids", texts).getResultList()).map(HashSet::new);
    }

    Uni<Void> add(List<AuditEvent> events) {
        return Panache.getSession().chain(session -> session.persistAll(events.toArray()));
    }
}
