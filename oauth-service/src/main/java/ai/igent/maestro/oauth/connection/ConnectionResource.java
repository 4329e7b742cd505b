package ai.igent.maestro.oauth.connection;

import java.time.Clock;
import java.util.Optional;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestResponse;

import io.smallrye.mutiny.Uni;

import ai.igent.maestro.audittrail.CurrentOriginator;
import ai.igent.maestro.vocabulary.ConnectionId;
import ai.igent.maestro.web.identity.Caller;
import ai.igent.maestro.web.identity.CallerIdentity;
import ai.igent.maestro.web.identity.Role;

/** One connection of the caller or of an organization of the caller. */
@Path("/v1/connections/{id}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.USER)
class ConnectionResource {
    private static final String MERGE_PATCH = "application/merge-patch+json";

    private final CallerIdentity identity;
    private final CurrentOriginator originator;
    private final ReadConnections read;
    private final UpdateConnection update;
    private final RevokeConnection revoke;
    private final Clock clock;

    ConnectionResource(CallerIdentity identity, CurrentOriginator originator, ReadConnections read, UpdateConnection update,
            RevokeConnection revoke, Clock clock) {
        this.identity = identity;
        this.originator = originator;
        this.read = read;
        this.update = update;
        this.revoke = revoke;
        this.clock = clock;
    }

    @GET
    public Uni<RestResponse<ConnectionView>> get(ConnectionId id) {
        return read.one(id, identity.person()).map(this::view);
    }

    @PATCH
    @Consumes({MediaType.APPLICATION_JSON, MERGE_PATCH})
    public Uni<RestResponse<ConnectionView>> update(ConnectionId id, @RestHeader("If-Match") String expected,
            @NotNull ConnectionPatch patch) {
        Caller.Person person = identity.person();
        return update.by(person, id, patch, Optional.ofNullable(expected).map(StateTag::new), originator.get())
                .map(this::view);
    }

    @DELETE
    public Uni<RevocationView> revoke(ConnectionId id) {
        Caller.Person person = identity.person();
        return revoke.by(person, id, originator.get()).map(RevocationView::of);
    }

    private RestResponse<ConnectionView> view(Connection connection) {
        return RestResponse.ResponseBuilder.ok(ConnectionView.of(connection, clock.instant()))
                .header("ETag", StateTag.of(connection).text()).build();
    }
}
