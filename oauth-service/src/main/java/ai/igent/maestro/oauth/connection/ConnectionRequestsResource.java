package ai.igent.maestro.oauth.connection;

import java.net.URI;
import java.time.Clock;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestResponse;

import io.smallrye.mutiny.Uni;

import ai.igent.maestro.audittrail.CurrentOriginator;
import ai.igent.maestro.idempotency.Attempts;
import ai.igent.maestro.web.identity.Caller;
import ai.igent.maestro.web.identity.CallerIdentity;
import ai.igent.maestro.web.identity.Role;

/** New connections. */
@Path(ConnectionRequestsResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.USER)
class ConnectionRequestsResource {
    static final String PATH = "/v1/connections";

    private final CallerIdentity identity;
    private final CurrentOriginator originator;
    private final Attempts attempts;
    private final RequestConnection request;
    private final ConsolePages pages;
    private final Clock clock;

    ConnectionRequestsResource(CallerIdentity identity, CurrentOriginator originator, Attempts attempts, RequestConnection request,
            ConsolePages pages, Clock clock) {
        this.identity = identity;
        this.originator = originator;
        this.attempts = attempts;
        this.request = request;
        this.pages = pages;
        this.clock = clock;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<RestResponse<Requested>> request(@RestHeader("Idempotency-Key") String key, @NotNull @Valid NewConnection wish) {
        Caller.Person person = identity.person();
        var by = originator.get();
        return attempts.of(key, person, PATH, wish::fingerprint)
                .chain(attempt -> request.by(person, wish, attempt, by))
                .map(this::requested);
    }

    private RestResponse<Requested> requested(Connection connection) {
        var body = new Requested(ConnectionView.of(connection, clock.instant()), pages.start(connection.id()));
        return RestResponse.ResponseBuilder.<Requested>created(URI.create(PATH + "/" + connection.id().text())).entity(body)
                .header("ETag", StateTag.of(connection).text()).build();
    }

    /** A connection, and the page of the console where its owner authorizes it. */
    record Requested(ConnectionView connection, URI authorizeUrl) {}
}
