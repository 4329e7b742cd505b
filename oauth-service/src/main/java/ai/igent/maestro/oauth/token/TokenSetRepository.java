package ai.igent.maestro.oauth.token;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;

import ai.igent.maestro.vocabulary.ConnectionId;

/** Stored tokens. Called inside the caller's session. */
@ApplicationScoped
public class TokenSetRepository implements PanacheRepositoryBase<TokenSet, String> {
    public Uni<Optional<TokenSet>> of(ConnectionId connection) {
        return findById(connection.text()).map(Optional::ofNullable);
    }

    public Uni<List<TokenSet>> of(List<ConnectionId> connections) {
        return list("connectionId in ?1", connections.stream().map(ConnectionId::text).toList());
    }

    /** Makes {@code next} the connection's tokens, whatever it had before. */
    public Uni<Void> store(TokenSet next) {
        return findById(next.connection().text())
                .chain(current -> current == null ? persist(next).replaceWithVoid() : replace(current, next));
    }

    private static Uni<Void> replace(TokenSet current, TokenSet next) {
        current.become(next);
        return Uni.createFrom().voidItem();
    }

    public Uni<Void> forget(ConnectionId connection) {
        return deleteById(connection.text()).replaceWithVoid();
    }
}
