package ai.igent.maestro.oauth.release;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;

import ai.igent.maestro.contracts.internal.DescribePageRequest;
import ai.igent.maestro.contracts.internal.DescribeRequest;
import ai.igent.maestro.contracts.internal.Described;
import ai.igent.maestro.contracts.internal.Named;
import ai.igent.maestro.contracts.internal.NamesRequest;
import ai.igent.maestro.oauth.connection.AccountLabel;
import ai.igent.maestro.oauth.connection.Connection;
import ai.igent.maestro.oauth.connection.ConnectionRepository;
import ai.igent.maestro.oauth.connection.ConnectionStatus;
import ai.igent.maestro.vocabulary.ConnectionId;
import ai.igent.maestro.vocabulary.InvalidWord;
import ai.igent.maestro.vocabulary.SecretKind;
import ai.igent.maestro.vocabulary.Source;

/** Answers what is known of connections. Ids that are unknown, or no connection's, are simply not in the answer. */
@ApplicationScoped
class DescribeConnections {
    static final int MOST = 1000;
    private static final String ACTIVE = "active";

    private final ConnectionRepository connections;
    private final Clock clock;

    DescribeConnections(ConnectionRepository connections, Clock clock) {
        this.connections = connections;
        this.clock = clock;
    }

    @WithSession
    Uni<Described> of(DescribeRequest request) {
        return found(request).map(found -> new Described(found.stream().map(this::item).toList()));
    }

    /** A page of what is not revoked, by name; a connection's name is its variable. */
    @WithSession
    Uni<Described> page(DescribePageRequest request) {
        return connections.byVariable(request, clock.instant()).map(found -> new Described(found.stream().map(this::item).toList()));
    }

    @WithSession
    Uni<Named> names(NamesRequest request) {
        return connections.ofOwner(request.owner(), request.after(), request.limit())
                .map(found -> new Named(found.stream().map(this::named).toList()));
    }

    private Uni<List<Connection>> found(DescribeRequest request) {
        if ((request.owners() == null) == (request.ids() == null)) throw new ReleaseFailure.OwnersOrIds();
        if (request.owners() != null) {
            requireAtMost(request.owners());
            return connections.ofOwners(request.owners());
        }
        requireAtMost(request.ids());
        return connections.ofIds(request.ids().stream().map(DescribeConnections::id).flatMap(Optional::stream).toList());
    }

    private static void requireAtMost(List<?> asked) {
        if (asked.size() > MOST) throw new ReleaseFailure.TooMany();
    }

    /** Ids of secrets may be among those asked for. */
    private static Optional<ConnectionId> id(String text) {
        try {
            return Optional.of(new ConnectionId(text));
        } catch (InvalidWord ofSomethingElse) {
            return Optional.empty();
        }
    }

    private Described.Item item(Connection connection) {
        var now = connection.statusAt(clock.instant());
        return new Described.Item(connection.id().text(), Source.OAUTH, connection.owner(), connection.variable().text(),
                connection.variable(), SecretKind.ENV, connection.provider().text(),
                connection.account().map(AccountLabel::text).orElse(null),
                connection.environment().orElse(null), List.of(), connection.epoch(), connection.generation(),
                status(now), ConnectionWarnings.of(connection, now), null);
    }

    private Named.Item named(Connection connection) {
        String status = status(connection.statusAt(clock.instant()));
        return new Named.Item(connection.id().text(), connection.variable().text(), null, null, connection.provider().text(),
                connection.account().map(AccountLabel::text).orElse(null), connection.environment().orElse(null), null, connection.epoch(),
                status.equals(ACTIVE) ? null : status);
    }

    /** A token's own end is no end of the connection: it is refreshed, or the status says that it cannot be. */
    private static String status(ConnectionStatus status) {
        return switch (status) {
            case CONNECTED, REFRESHING, DEGRADED -> ACTIVE;
            case PENDING, REAUTHORIZATION_REQUIRED, REVOKED -> status.text();
        };
    }
}
