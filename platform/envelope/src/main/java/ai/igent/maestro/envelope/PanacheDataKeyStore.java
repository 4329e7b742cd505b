package ai.igent.maestro.envelope;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;

import ai.igent.maestro.database.Statements;
import ai.igent.maestro.vocabulary.Owner;

/** Keeps wrapped data keys in the table of {@code db/envelope}. */
@ApplicationScoped
class PanacheDataKeyStore implements DataKeyStore, PanacheRepositoryBase<DataKeyRow, UUID> {
    /** Does nothing when the owner has a current key: the partial unique index decides between concurrent first calls. */
    private static final String OFFER = """
            insert into data_key (id, owner, key_version, ciphertext, created_at)
            values (:id, :owner, :keyVersion, :ciphertext, :createdAt) on conflict do nothing""";
    private static final String COLUMNS = "select id, owner, key_version, ciphertext, destroyed_at is not null from data_key ";
    private static final String CURRENT = COLUMNS + "where owner = $1 and retired_at is null";
    private static final String ONE = COLUMNS + "where id = $1";
    private static final String RETIRED = COLUMNS
            + "where owner = $1 and retired_at is not null and destroyed_at is null order by retired_at desc";

    private final Statements statements;
    private final Clock clock;

    PanacheDataKeyStore(Statements statements, Clock clock) {
        this.statements = statements;
        this.clock = clock;
    }

    @Override
    public Uni<Optional<WrappedDataKey>> current(Owner owner) {
        return read(CURRENT, owner.text()).map(found -> found.stream().findFirst());
    }

    @Override
    public Uni<Optional<WrappedDataKey>> find(DataKeyId id) {
        return read(ONE, id.value()).map(found -> found.stream().findFirst());
    }

    @Override
    public Uni<List<WrappedDataKey>> retired(Owner owner) {
        return read(RETIRED, owner.text());
    }

    /** Each use of a key reads its row, so these are read as they stand. */
    private Uni<List<WrappedDataKey>> read(String sql, Object parameter) {
        return statements.execute(sql, Tuple.of(parameter)).map(PanacheDataKeyStore::wrapped);
    }

    private static List<WrappedDataKey> wrapped(RowSet<Row> found) {
        List<WrappedDataKey> keys = new ArrayList<>(found.size());
        found.forEach(row -> keys.add(wrapped(row)));
        return keys;
    }

    private static WrappedDataKey wrapped(Row row) {
        if (row.getBoolean(4)) throw new EnvelopeFailure.KeyDestroyed();
        return new WrappedDataKey(new DataKeyId(row.getUUID(0)), Owner.parse(row.getString(1)), row.getInteger(2), row.getString(3));
    }

    @Override
    @WithTransaction
    public Uni<Void> offer(WrappedDataKey key) {
        return insert(key);
    }

    @Override
    @WithTransaction
    public Uni<Void> succeed(WrappedDataKey old, WrappedDataKey next) {
        return update("retiredAt = ?1 where id = ?2 and retiredAt is null", clock.instant(), old.id().value())
                .chain(retired -> retired == 0 ? Uni.createFrom().voidItem() : insert(next));
    }

    private Uni<Void> insert(WrappedDataKey key) {
        return getSession().chain(session -> session.createNativeQuery(OFFER)
                .setParameter("id", key.id().value())
                .setParameter("owner", key.owner().text())
                .setParameter("keyVersion", key.keyVersion())
                .setParameter("ciphertext", key.ciphertext())
                .setParameter("createdAt", clock.instant())
                .executeUpdate()).replaceWithVoid();
    }
}
