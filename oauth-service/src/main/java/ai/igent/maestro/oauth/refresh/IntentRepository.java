package ai.igent.maestro.oauth.refresh;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;

import ai.igent.maestro.vocabulary.ConnectionId;

/** The journal. Read and written while the connection's row is locked, so no lock of its own is needed. */
@ApplicationScoped
class IntentRepository implements PanacheRepositoryBase<RefreshIntent, String> {
    Uni<Optional<RefreshIntent>> of(ConnectionId connection) {
        return findById(connection.text()).map(Optional::ofNullable);
    }

    Uni<Void> forget(ConnectionId connection) {
        return deleteById(connection.text()).replaceWithVoid();
    }
}
