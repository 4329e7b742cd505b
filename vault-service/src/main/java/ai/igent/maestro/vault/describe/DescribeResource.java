package ai.igent.maestro.vault.describe;

import java.util.List;
import java.util.Objects;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import io.smallrye.mutiny.Uni;

import ai.igent.maestro.contracts.internal.DescribeRequest;
import ai.igent.maestro.contracts.internal.Described;
import ai.igent.maestro.web.identity.Role;

/** For session-service: see docs/reference/vault-service.md. */
@Path("/internal/v1/describe")
class DescribeResource {
    private static final int MOST = 1000;

    private final DescribeSecrets describeSecrets;

    DescribeResource(DescribeSecrets describeSecrets) {
        this.describeSecrets = describeSecrets;
    }

    @POST
    @RolesAllowed(Role.SESSION_SERVICE)
    public Uni<Described> describe(@NotNull DescribeRequest request) {
        if ((request.owners() == null) == (request.ids() == null)) throw new DescribeFailure("owners", "give either owners or ids");
        requireBounded("owners", request.owners());
        requireBounded("ids", request.ids());
        return describeSecrets.of(request);
    }

    private static void requireBounded(String field, List<?> asked) {
        if (asked != null && (asked.size() > MOST || asked.stream().anyMatch(Objects::isNull)))
            throw new DescribeFailure(field, "must be at most 1000, none of them null");
    }
}
