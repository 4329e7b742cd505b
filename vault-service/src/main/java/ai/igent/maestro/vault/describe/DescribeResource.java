package ai.igent.maestro.vault.describe;

import java.util.List;
import java.util.Objects;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
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

/** For session-service: see docs/reference/vault-service.md. */
@Path("/internal/v1/describe")
@Produces(MediaType.APPLICATION_JSON)
class DescribeResource {
    private static final int MOST = 1000;

    private final DescribeSecrets describeSecrets;
    private final NameRepository names;

    DescribeResource(DescribeSecrets describeSecrets, NameRepository names) {
        this.describeSecrets = describeSecrets;
        this.names = names;
    }

    @POST
    @RolesAllowed(Role.SESSION_SERVICE)
    public Uni<Described> describe(@NotNull DescribeRequest request) {
        if ((request.owners() == null) == (request.ids() == null)) throw new DescribeFailure("owners", "give either owners or ids");
        requireBounded("owners", request.owners());
        requireBounded("ids", request.ids());
        return describeSecrets.of(request);
    }

    @POST
    @Path("/page")
    @RolesAllowed(Role.SESSION_SERVICE)
    public Uni<Described> page(@NotNull DescribePageRequest request) {
        return describeSecrets.page(request);
    }

    @POST
    @Path("/names")
    @RolesAllowed(Role.SESSION_SERVICE)
    public Uni<Named> names(@NotNull NamesRequest request) {
        return names.of(request).map(Named::new);
    }

    private static void requireBounded(String field, List<?> asked) {
        if (asked != null && (asked.size() > MOST || asked.stream().anyMatch(Objects::isNull)))
            throw new DescribeFailure(field, "must be at most 1000, none of them null");
    }
}
