package ai.igent.maestro.oauth.connection;

import java.util.function.BiFunction;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;

import ai.igent.maestro.envelope.DataKey;
import ai.igent.maestro.envelope.OwnerKeys;
import ai.igent.maestro.vocabulary.ConnectionId;

/**
 * The way every change of a connection takes: the owner's data keys are fetched first, then one transaction locks the row, checks who may and
 * that the row is what this service wrote, applies the change and seals the row anew.
 */
@ApplicationScoped
public class SealedChange {
    private final OwnerKeys keys;
    private final ConnectionRepository connections;
    private final ReleaseSeal seal;

    SealedChange(OwnerKeys keys, ConnectionRepository connections, ReleaseSeal seal) {
        this.keys = keys;
        this.connections = connections;
        this.seal = seal;
    }

    /** Stores a new connection. */
    Uni<Connection> first(Connection connection, Step step) {
        return keys.of(connection.owner()).chain(key -> store(connection, key, step).eventually(key::close));
    }

    @WithTransaction
    Uni<Connection> store(Connection connection, DataKey key, Step step) {
        seal.put(key, connection);
        return connections.persist(connection).call(() -> step.apply(connection, key));
    }

    /** Changes a stored one. Fails with what {@code admission} or {@code step} throw; nothing is changed then. */
    public Uni<Connection> of(ConnectionId id, Admission admission, Step step) {
        return look(id).invoke(admission::check)
                .chain(this::keysOf)
                .chain(both -> apply(id, both, admission, step).eventually(both::close));
    }

    @WithSession
    Uni<Connection> look(ConnectionId id) {
        return connections.require(id);
    }

    private Uni<Keys> keysOf(Connection connection) {
        return keys.of(connection.owner(), connection.releaseKey())
                .chain(former -> keys.of(connection.owner()).map(current -> new Keys(former, current))
                        .onFailure().invoke(former::close));
    }

    @WithTransaction
    Uni<Connection> apply(ConnectionId id, Keys both, Admission admission, Step step) {
        return connections.requireForUpdate(id)
                .invoke(admission::check)
                .invoke(connection -> seal.require(both.former(), connection))
                .call(connection -> step.apply(connection, both.current()))
                .invoke(connection -> seal.put(both.current(), connection));
    }

    /** What a change does inside the transaction, with the owner's current data key at hand. */
    @FunctionalInterface
    public interface Step extends BiFunction<Connection, DataKey, Uni<Void>> {}

    /** The key the row was sealed with, and the one it is sealed with from now on. */
    record Keys(DataKey former, DataKey current) implements AutoCloseable {
        @Override
        public void close() {
            former.close();
            current.close();
        }
    }
}
