package ai.igent.maestro.injector.bundle;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;

import io.smallrye.mutiny.Uni;

import ai.igent.maestro.injector.access.SandboxAccess;
import ai.igent.maestro.vocabulary.SessionId;
import ai.igent.maestro.web.identity.Caller;
import ai.igent.maestro.web.identity.Role;

/** The names of what is active in a sandbox's session, never a value: see docs/reference/sandbox-injector.md. */
@Path("/v1/sandboxes/{session}/variables")
@RolesAllowed(Role.SANDBOX)
public class VariablesResource {
    private final SandboxAccess access;
    private final AwaitRevision await;
    private final FetchBundle fetch;
    private final BundleConfig config;

    VariablesResource(SandboxAccess access, AwaitRevision await, FetchBundle fetch, BundleConfig config) {
        this.access = access;
        this.await = await;
        this.fetch = fetch;
        this.config = config;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Uni<VariablesView> json(@PathParam("session") SessionId session, @Context UriInfo uri) {
        return view(session, uri);
    }

    @GET
    @Produces("text/plain;charset=UTF-8;qs=0.5")
    public Uni<String> text(@PathParam("session") SessionId session, @Context UriInfo uri) {
        return view(session, uri).map(VariablesView::lines);
    }

    private Uni<VariablesView> view(SessionId session, UriInfo uri) {
        Caller.Sandbox sandbox = access.to(session, uri, RevisionWait.REVISION, RevisionWait.WAIT);
        RevisionWait wait = RevisionWait.of(uri.getQueryParameters(), config.longestWait());
        return await.of(sandbox, wait).chain(() -> fetch.inspect(sandbox, VariablesView::of));
    }
}
