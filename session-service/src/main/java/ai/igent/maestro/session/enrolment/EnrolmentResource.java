package ai.igent.maestro.session.enrolment;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

import io.quarkus.security.ForbiddenException;
import io.smallrye.mutiny.Uni;

import ai.igent.maestro.audittrail.CurrentOriginator;
import ai.igent.maestro.web.identity.Caller;
import ai.igent.maestro.web.identity.CallerIdentity;
import ai.igent.maestro.web.identity.Role;

/** How a sandbox gets and keeps its token. */
@Path("/v1/sandboxes")
@Produces(MediaType.APPLICATION_JSON)
public class EnrolmentResource {
    private final EnrolSandbox enrolSandbox;
    private final RenewSandboxToken renewSandboxToken;
    private final CallerIdentity identity;
    private final CurrentOriginator originator;

    EnrolmentResource(EnrolSandbox enrolSandbox, RenewSandboxToken renewSandboxToken, CallerIdentity identity,
            CurrentOriginator originator) {
        this.enrolSandbox = enrolSandbox;
        this.renewSandboxToken = renewSandboxToken;
        this.identity = identity;
        this.originator = originator;
    }

    /** Open to everybody: the code is what identifies the sandbox. */
    @POST
    @Path("/enrol")
    @Consumes(MediaType.APPLICATION_JSON)
    @PermitAll
    public Uni<RestResponse<Enrolment>> enrol(@Valid @NotNull Enrol body) {
        return enrolSandbox.of(body.code(), originator.unidentifiedSandbox()).map(EnrolmentResource::unstored);
    }

    @POST
    @Path("/renew")
    @RolesAllowed(Role.SANDBOX)
    public Uni<RestResponse<Enrolment>> renew() {
        if (!(identity.current() instanceof Caller.Sandbox sandbox)) throw new ForbiddenException();
        return renewSandboxToken.of(sandbox).map(EnrolmentResource::unstored);
    }

    private static RestResponse<Enrolment> unstored(Enrolment enrolment) {
        return ResponseBuilder.ok(enrolment).header("Cache-Control", "no-store").build();
    }

    record Enrol(@NotNull EnrolmentCode code) {}
}
