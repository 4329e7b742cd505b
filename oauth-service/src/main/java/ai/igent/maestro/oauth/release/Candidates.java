package ai.igent.maestro.oauth.release;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;

import ai.igent.maestro.contracts.internal.GrantItem;
import ai.igent.maestro.oauth.connection.Connection;
import ai.igent.maestro.oauth.connection.ConnectionRepository;
import ai.igent.maestro.oauth.token.TokenSet;
import ai.igent.maestro.oauth.token.TokenSetRepository;
import ai.igent.maestro.vocabulary.ConnectionId;

/** Finds what is stored of the things a grant names. */
@ApplicationScoped
class Candidates {
    private final ConnectionRepository connections;
    private final TokenSetRepository tokens;

    Candidates(ConnectionRepository connections, TokenSetRepository tokens) {
        this.connections = connections;
        this.tokens = tokens;
    }

    @WithSession
    Uni<List<Candidate>> of(List<GrantItem> items) {
        return connections.ofIds(ids(items)).chain(found -> withTokens(items, found));
    }

    /** Inside the caller's transaction: none of the connections changes before it ends. */
    Uni<List<Candidate>> held(List<GrantItem> items) {
        return connections.hold(ids(items)).chain(found -> withTokens(items, found));
    }

    private Uni<List<Candidate>> withTokens(List<GrantItem> items, List<Connection> found) {
        return tokens.of(found.stream().map(Connection::id).toList()).map(sets -> candidates(items, found, sets));
    }

    private static List<Candidate> candidates(List<GrantItem> items, List<Connection> found, List<TokenSet> sets) {
        Map<String, Connection> byId = found.stream().collect(Collectors.toMap(each -> each.id().text(), Function.identity()));
        Map<String, TokenSet> tokensById = sets.stream().collect(Collectors.toMap(each -> each.connection().text(), Function.identity()));
        return items.stream().map(item -> new Candidate(item, Optional.ofNullable(byId.get(item.id())),
                Optional.ofNullable(tokensById.get(item.id())))).toList();
    }

    private static List<ConnectionId> ids(List<GrantItem> items) {
        return items.stream().map(item -> new ConnectionId(item.id())).toList();
    }
}
