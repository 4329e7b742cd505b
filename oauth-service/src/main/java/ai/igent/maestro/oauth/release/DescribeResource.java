package ai.igent.maestro.oauth.release;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.mutiny.Uni;

import ai.igent.maestro.contracts.internal.DescribePageRequest;
import ai.igent.maestro.contracts.internal.DescribeRequest;
import ai.igent.maestro.contracts.internal.Described;
import ai.igent.maestro.contracts.internal.Named;
import ai.igent.maestro.contracts.internal.NamesRequest;
import ai.igent.maestro.web.identity.Role;

/** Tells session-service what could be activated. Never a token. */
@Path("/internal/v1/describe")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.SESSION_SERVICE)
class DescribeResource {
    private final DescribeConnections describe;

    DescribeResource(DescribeConnections describe) {
        this.describe = describe;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Described> describe(@NotNull DescribeRequest request) {
        return describe.of(request);
    }

    @POST
    @Path("/page")
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Described> page(@NotNull DescribePageRequest request) {
        return describe.page(request);
    }

    @POST
    @Path("/names")
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Named> names(@NotNull NamesRequest request) {
        return describe.names(request);
    }
}
