package ai.igent.maestro.oauth.connection;

import java.time.Instant;
import java.util.List;

import ai.igent.maestro.oauth.provider.ProviderKey;
import ai.igent.maestro.oauth.provider.Scopes;
import ai.igent.maestro.oauth.token.ProviderAccount;
import ai.igent.maestro.vocabulary.ConnectionId;
import ai.igent.maestro.vocabulary.Environment;
import ai.igent.maestro.vocabulary.Owner;
import ai.igent.maestro.vocabulary.VariableName;

/** A connection as its owner sees it. Never a token. */
record ConnectionView(ConnectionId id, ProviderKey provider, AccountLabel account, VariableName variable, Owner owner,
        Environment environment, ConnectionStatus status, List<String> requestedScopes, List<String> grantedScopes, Instant expiresAt,
        Instant lastRefreshedAt, Instant nextRefreshAt, LastErrorView lastError, ProviderAccount providerAccount, Instant createdAt) {

    static ConnectionView of(Connection connection, Instant now) {
        return new ConnectionView(connection.id(), connection.provider(), connection.account().orElse(null), connection.variable(),
                connection.owner(), connection.environment().orElse(null), connection.statusAt(now),
                connection.requestedScopes().toList(), connection.grantedScopes().map(Scopes::toList).orElse(List.of()),
                connection.expiresAt().orElse(null), connection.lastRefreshedAt().orElse(null), null,
                connection.lastError().map(LastErrorView::of).orElse(null), connection.providerAccount().orElse(null),
                connection.createdAt());
    }

    /** {@code code} is stable, {@code detail} is for people. */
    record LastErrorView(String code, String detail, Instant at) {
        static LastErrorView of(Connection.LastError error) {
            return new LastErrorView(error.code(), detail(error.code()), error.at());
        }

        private static String detail(String code) {
            return switch (code) {
                case "revocation-failed" -> "The provider did not confirm the revocation; it is tried again.";
                case "refresh-failed" -> "The provider gave no new token; it is tried again.";
                case "refresh-refused" -> "The provider no longer accepts the connection; authorize it again.";
                default -> "The last authorization did not succeed.";
            };
        }
    }
}
