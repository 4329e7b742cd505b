package ai.igent.maestro.oauth.connection;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;

import ai.igent.maestro.vocabulary.ConnectionId;
import ai.igent.maestro.vocabulary.Owner;
import ai.igent.maestro.web.identity.Caller;
import ai.igent.maestro.web.paging.Cursor;
import ai.igent.maestro.web.paging.Page;
import ai.igent.maestro.web.paging.PageRequest;

/** Finds connections of a person and of the organizations the person belongs to. */
@ApplicationScoped
class ReadConnections {
    private static final Set<ConnectionStatus> NOT_REVOKED = EnumSet.complementOf(EnumSet.of(ConnectionStatus.REVOKED));

    private final ConnectionRepository connections;

    ReadConnections(ConnectionRepository connections) {
        this.connections = connections;
    }

    @WithSession
    Uni<Connection> one(ConnectionId id, Caller.Person person) {
        return connections.requireVisible(id, person);
    }

    /** @param status only these; without it, all that were not revoked */
    @WithSession
    Uni<Page<Connection>> list(Caller.Person person, Optional<ConnectionStatus> status, PageRequest page) {
        Set<ConnectionStatus> wanted = status.map(Set::of).orElse(NOT_REVOKED);
        return connections.newestFirst(owners(person), wanted, Optional.ofNullable(page.cursor()).map(Cursor::position), page.limit() + 1)
                .map(oneMore -> Page.of(oneMore, page.limit(), connection -> connection.id().text()));
    }

    private static List<Owner> owners(Caller.Person person) {
        return Stream.concat(Stream.of(person.owner()), person.organizations().keySet().stream().map(Owner::organization)).toList();
    }
}
