package ai.igent.maestro.session.membership;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.mutiny.Uni;

import ai.igent.maestro.audittrail.CurrentOriginator;
import ai.igent.maestro.web.identity.Role;

/** Where the platform says who left an organization: see docs/reference/session-service.md. */
@Path("/v1/members/removals")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.PLATFORM)
public class MembersResource {
    private final RemoveMember removeMember;
    private final CurrentOriginator originator;

    MembersResource(RemoveMember removeMember, CurrentOriginator originator) {
        this.removeMember = removeMember;
        this.originator = originator;
    }

    @POST
    public Uni<Answer> remove(@Valid @NotNull Removal body) {
        return removeMember.of(body.organization(), body.user(), originator.get()).map(Answer::new);
    }

    record Removal(@NotNull @Size(max = 200) @Pattern(regexp = ID) String organization,
            @NotNull @Size(max = 200) @Pattern(regexp = ID) String user) {
        private static final String ID = "[^\\p{Cntrl}\\s:]+";
    }

    record Answer(int deactivated) {}
}
