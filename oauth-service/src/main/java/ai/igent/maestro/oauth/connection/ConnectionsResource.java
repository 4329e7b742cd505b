package ai.igent.maestro.oauth.connection;

import java.time.Clock;
import java.util.Optional;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.jboss.resteasy.reactive.RestQuery;

import io.smallrye.mutiny.Uni;

import ai.igent.maestro.web.identity.CallerIdentity;
import ai.igent.maestro.web.identity.Role;
import ai.igent.maestro.web.paging.Page;
import ai.igent.maestro.web.paging.PageRequest;

/** The caller's connections. */
@Path("/v1/connections")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.USER)
class ConnectionsResource {
    private final CallerIdentity identity;
    private final ReadConnections read;
    private final Clock clock;

    ConnectionsResource(CallerIdentity identity, ReadConnections read, Clock clock) {
        this.identity = identity;
        this.read = read;
        this.clock = clock;
    }

    @GET
    public Uni<Page<ConnectionView>> list(@BeanParam @Valid PageRequest page, @RestQuery String status) {
        Optional<ConnectionStatus> wanted = Optional.ofNullable(status).map(ConnectionStatus::parse);
        return read.list(identity.person(), wanted, page).map(found -> found.map(each -> ConnectionView.of(each, clock.instant())));
    }
}
