package ai.igent.maestro.oauth.connection;

import java.net.URI;
import java.time.Clock;
import java.util.Optional;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;

import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

import io.smallrye.mutiny.Uni;

import ai.igent.maestro.audittrail.CurrentOriginator;
import ai.igent.maestro.web.identity.Caller;
import ai.igent.maestro.web.identity.CallerIdentity;
import ai.igent.maestro.web.identity.Role;
import ai.igent.maestro.web.paging.Page;
import ai.igent.maestro.web.paging.PageRequest;

/** The caller's connections, and new ones. */
@Path("/v1/connections")
@RolesAllowed(Role.USER)
class ConnectionsResource {
    private final CallerIdentity identity;
    private final CurrentOriginator originator;
    private final RequestConnection request;
    private final ReadConnections read;
    private final ConsolePages pages;
    private final Clock clock;

    ConnectionsResource(CallerIdentity identity, CurrentOriginator originator, RequestConnection request, ReadConnections read,
            ConsolePages pages,
            Clock clock) {
        this.identity = identity;
        this.originator = originator;
        this.request = request;
        this.read = read;
        this.pages = pages;
        this.clock = clock;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<RestResponse<Requested>> request(@NotNull @Valid NewConnection wish) {
        Caller.Person person = identity.person();
        return request.by(person, wish, originator.get()).map(this::requested);
    }

    @GET
    public Uni<Page<ConnectionView>> list(@BeanParam @Valid PageRequest page, @RestQuery String status) {
        Optional<ConnectionStatus> wanted = Optional.ofNullable(status).map(ConnectionStatus::parse);
        return read.list(identity.person(), wanted, page).map(found -> found.map(each -> ConnectionView.of(each, clock.instant())));
    }

    private RestResponse<Requested> requested(Connection connection) {
        var body = new Requested(ConnectionView.of(connection, clock.instant()), pages.start(connection.id()));
        return RestResponse.ResponseBuilder.<Requested>created(URI.create("/v1/connections/" + connection.id().text())).entity(body)
                .header("ETag", StateTag.of(connection).text()).build();
    }

    /** A connection, and the page of the console where its owner authorizes it. */
    record Requested(ConnectionView connection, URI authorizeUrl) {}
}
