package ai.igent.maestro.vault.keyjob;

import java.net.URI;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestPath;

import io.smallrye.mutiny.Uni;

import ai.igent.maestro.vocabulary.KeyJobId;
import ai.igent.maestro.vocabulary.Owner;
import ai.igent.maestro.web.identity.Role;

/** Keys, for operators: see docs/reference/vault-service.md. */
@Path("/v1/admin")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.OPERATOR)
class KeysResource {
    private final RequestKeyJob requestKeyJob;
    private final DestroyOwnerKeys destroyOwnerKeys;
    private final KeyJobRepository jobs;

    KeysResource(RequestKeyJob requestKeyJob, DestroyOwnerKeys destroyOwnerKeys, KeyJobRepository jobs) {
        this.requestKeyJob = requestKeyJob;
        this.destroyOwnerKeys = destroyOwnerKeys;
        this.jobs = jobs;
    }

    @POST
    @Path("/keys/rotate")
    public Uni<Response> rotate() {
        return requestKeyJob.of(KeyJobKind.ROTATE).chain(this::accepted);
    }

    @POST
    @Path("/keys/rewrap")
    public Uni<Response> rewrap() {
        return requestKeyJob.of(KeyJobKind.REWRAP).chain(this::accepted);
    }

    @POST
    @Path("/keys/reencrypt")
    public Uni<Response> reencrypt() {
        return requestKeyJob.of(KeyJobKind.REENCRYPT).chain(this::accepted);
    }

    @DELETE
    @Path("/owners/{owner}/keys")
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Response> destroy(@RestPath String owner, @Valid @NotNull DestroyRequest body) {
        if (!owner.equals(body.owner())) throw new KeyJobFailure.OwnerNotRepeated();
        return destroyOwnerKeys.of(Owner.parse(owner)).chain(this::accepted);
    }

    @GET
    @Path("/jobs/{id}")
    public Uni<KeyJobView> job(@RestPath KeyJobId id) {
        return jobs.view(id);
    }

    private Uni<Response> accepted(KeyJob job) {
        return jobs.view(job.id())
                .map(view -> Response.accepted(view).location(URI.create("/v1/admin/jobs/" + view.id())).build());
    }

    /** The owner once more, so that nobody destroys the wrong one's keys by a slip in an address. */
    record DestroyRequest(@NotNull String owner) {}
}
