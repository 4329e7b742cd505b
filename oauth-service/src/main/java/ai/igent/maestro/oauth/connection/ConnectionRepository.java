package ai.igent.maestro.oauth.connection;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import io.smallrye.mutiny.Uni;

import ai.igent.maestro.contracts.internal.DescribePageRequest;
import ai.igent.maestro.vocabulary.ConnectionId;
import ai.igent.maestro.vocabulary.Owner;
import ai.igent.maestro.web.identity.Caller;

/** Stored connections. Called inside the caller's session. */
@ApplicationScoped
public class ConnectionRepository implements PanacheRepositoryBase<Connection, String> {
    private static final int REVOCATIONS_AT_ONCE = 20;

    /** Fails with {@link ConnectionFailure.NotFound} when {@code person} cannot see it. */
    Uni<Connection> requireVisible(ConnectionId id, Caller.Person person) {
        return require(id).invoke(found -> {
            if (!found.isVisibleTo(person)) throw new ConnectionFailure.NotFound();
        });
    }

    public Uni<Connection> require(ConnectionId id) {
        return findById(id.text()).onItem().ifNull().failWith(ConnectionFailure.NotFound::new);
    }

    /** Nobody else changes it before the transaction ends. */
    public Uni<Connection> requireForUpdate(ConnectionId id) {
        return findById(id.text(), LockModeType.PESSIMISTIC_WRITE).onItem().ifNull().failWith(ConnectionFailure.NotFound::new);
    }

    /** Up to {@code limit} connections of {@code owners} in {@code statuses}, newest first, from below {@code before} on. */
    Uni<List<Connection>> newestFirst(Collection<Owner> owners, Collection<ConnectionStatus> statuses, Optional<String> before, int limit) {
        return find("owner in ?1 and status in ?2 and id < ?3 order by id desc", texts(owners),
                statuses.stream().map(ConnectionStatus::text).toList(), before.orElse("con_g")).page(Page.ofSize(limit)).list();
    }

    /** Everything of {@code owners} that was not revoked. */
    public Uni<List<Connection>> ofOwners(Collection<Owner> owners) {
        return list("owner in ?1 and status <> ?2 order by id", texts(owners), ConnectionStatus.REVOKED.text());
    }

    /** A page of that of one owner, from behind the id {@code after} on; null for the first. */
    public Uni<List<Connection>> ofOwner(Owner owner, String after, int limit) {
        return find("owner = ?1 and status <> ?2 and id > ?3 order by id", owner.text(), ConnectionStatus.REVOKED.text(),
                after == null ? "" : after).page(Page.ofSize(limit)).list();
    }

    /** A page of everything of some owners that was not revoked, in the order of variables and ids, as bytes. */
    public Uni<List<Connection>> byVariable(DescribePageRequest request, Instant now) {
        var query = new ByVariable(request, now);
        return getSession().chain(session -> {
            var page = session.createNativeQuery(query.sql(), Connection.class);
            query.parameters().forEach(page::setParameter);
            return page.getResultList();
        });
    }

    public Uni<List<Connection>> ofIds(Collection<ConnectionId> ids) {
        return list("id in ?1 order by id", ids.stream().map(ConnectionId::text).toList());
    }

    /** As {@link #ofIds}; none of them changes before the transaction ends. */
    public Uni<List<Connection>> hold(Collection<ConnectionId> ids) {
        return find("id in ?1 order by id", ids.stream().map(ConnectionId::text).toList()).withLock(LockModeType.PESSIMISTIC_READ).list();
    }

    /** Some whose revocation was last tried before {@code triedBefore}, the longest waiting first. */
    Uni<List<Connection>> withOpenRevocation(Instant triedBefore) {
        return find("revocation = ?1 and updatedAt < ?2 order by updatedAt", Revocation.OPEN.text(), triedBefore)
                .page(Page.ofSize(REVOCATIONS_AT_ONCE)).list();
    }

    private static List<String> texts(Collection<Owner> owners) {
        return owners.stream().map(Owner::text).toList();
    }
}
