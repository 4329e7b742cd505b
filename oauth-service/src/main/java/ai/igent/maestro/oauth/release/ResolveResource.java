package ai.igent.maestro.oauth.release;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.jboss.resteasy.reactive.RestResponse;

import io.quarkus.security.ForbiddenException;
import io.smallrye.mutiny.Uni;

import ai.igent.maestro.audittrail.CurrentOriginator;
import ai.igent.maestro.audittrail.Originator;
import ai.igent.maestro.contracts.internal.ResolveRequest;
import ai.igent.maestro.contracts.internal.Resolved;
import ai.igent.maestro.grants.GrantVerifier;
import ai.igent.maestro.web.identity.Caller;
import ai.igent.maestro.web.identity.CallerIdentity;
import ai.igent.maestro.web.identity.Role;

/** Gives the injector tokens against a grant. */
@Path("/internal/v1/resolve")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.SANDBOX_INJECTOR)
class ResolveResource {
    private static final String THIS_SERVICE = "oauth-service";

    private final CallerIdentity identity;
    private final CurrentOriginator originator;
    private final GrantVerifier grants;
    private final ReleaseTokens release;

    ResolveResource(CallerIdentity identity, CurrentOriginator originator, GrantVerifier grants, ReleaseTokens release) {
        this.identity = identity;
        this.originator = originator;
        this.grants = grants;
        this.release = release;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<RestResponse<Resolved>> resolve(@NotNull ResolveRequest request) {
        Caller.ServiceClient presenter = presenter();
        Originator by = originator.get();
        return grants.verify(request.grant(), THIS_SERVICE, presenter)
                .map(granted -> granted.to(request.session()))
                .chain(grant -> release.against(grant, by))
                .map(resolved -> RestResponse.ResponseBuilder.ok(resolved).header("Cache-Control", "no-store").build());
    }

    private Caller.ServiceClient presenter() {
        if (identity.current() instanceof Caller.ServiceClient service) return service;
        throw new ForbiddenException();
    }
}
