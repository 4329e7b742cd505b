package ai.igent.maestro.injector.git;

import java.util.Set;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import io.smallrye.mutiny.Uni;

import ai.igent.maestro.injector.access.SandboxAccess;
import ai.igent.maestro.injector.bundle.GiveToGit;
import ai.igent.maestro.injector.session.Grants;
import ai.igent.maestro.vocabulary.SessionId;
import ai.igent.maestro.web.identity.Caller;
import ai.igent.maestro.web.identity.Role;

/** git's credential protocol over HTTP: see docs/reference/sandbox-injector.md. */
@Path("/v1/sandboxes/{session}/git-credential")
@RolesAllowed(Role.SANDBOX)
public class GitCredentialResource {
    private static final String OPERATION = "operation";
    private static final String GET = "get";
    private static final Set<String> KEPT_ELSEWHERE = Set.of("store", "erase");

    private final SandboxAccess access;
    private final GiveToGit give;
    private final Grants grants;

    GitCredentialResource(SandboxAccess access, GiveToGit give, Grants grants) {
        this.access = access;
        this.give = give;
        this.grants = grants;
    }

    /** Nothing is stored and nothing erased: what git may use is what is active. */
    @POST
    @Consumes(MediaType.TEXT_PLAIN)
    @Produces(MediaType.TEXT_PLAIN)
    public Uni<Response> ask(@PathParam("session") SessionId session, @Context UriInfo uri, String query) {
        Caller.Sandbox sandbox = access.to(session, uri, OPERATION);
        String operation = uri.getQueryParameters().getFirst(OPERATION);
        if (KEPT_ELSEWHERE.contains(operation == null ? GET : operation))
            return grants.revision(sandbox).map(counts -> answer(CredentialAnswer.NOTHING));
        if (operation != null && !operation.equals(GET)) throw new GitFailure.UnknownOperation();
        CredentialQuery asked = CredentialQuery.of(query == null ? "" : query);
        return give.give(sandbox, active -> ChooseCredential.of(asked, active), CredentialAnswer::of)
                .map(given -> answer(given.orElse(CredentialAnswer.NOTHING)));
    }

    private static Response answer(byte[] body) {
        return Response.ok(body).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }
}
