package ai.igent.maestro.injector.bundle;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

import io.smallrye.mutiny.Uni;

import ai.igent.maestro.injector.access.SandboxAccess;
import ai.igent.maestro.vocabulary.SessionId;
import ai.igent.maestro.web.identity.Caller;
import ai.igent.maestro.web.identity.Role;

/** What is active in a sandbox's session, with its values: see docs/reference/sandbox-injector.md. */
@Path("/v1/sandboxes/{session}/bundle")
@RolesAllowed(Role.SANDBOX)
public class BundleResource {
    private static final String DOTENV = "text/x-dotenv;charset=UTF-8";
    private static final String SHELL = "text/x-shellscript;charset=UTF-8";
    private static final List<MediaType> TYPES = Stream.of(MediaType.APPLICATION_JSON, DOTENV, SHELL).map(MediaType::valueOf).toList();

    private final SandboxAccess access;
    private final AwaitRevision await;
    private final FetchBundle fetch;
    private final JsonForm json;
    private final BundleConfig config;

    BundleResource(SandboxAccess access, AwaitRevision await, FetchBundle fetch, JsonForm json, BundleConfig config) {
        this.access = access;
        this.await = await;
        this.fetch = fetch;
        this.json = json;
        this.config = config;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, DOTENV, SHELL})
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = BundleView.class)))
    public Uni<Response> bundle(@PathParam("session") SessionId session, @Context UriInfo uri, @Context HttpHeaders headers) {
        Caller.Sandbox sandbox = access.to(session, uri, RevisionWait.REVISION, RevisionWait.WAIT);
        RevisionWait wait = RevisionWait.of(uri.getQueryParameters(), config.longestWait());
        Predicate<String> hasTag = tag -> RequestHeaders.hasTag(headers, tag);
        MediaType type = RequestHeaders.choose(headers, TYPES);
        BundleForm form = form(type, headers);
        return await.of(sandbox, wait).chain(() -> fetch.unchanged(sandbox, hasTag))
                .chain(tag -> tag.isPresent() ? notModified(tag.get()) : deliver(sandbox, form, type));
    }

    private BundleForm form(MediaType type, HttpHeaders headers) {
        return switch (type.getSubtype()) {
            case "x-dotenv" -> new DotenvForm();
            case "x-shellscript" -> new ShellForm(RequestHeaders.have(headers));
            default -> json;
        };
    }

    private Uni<Response> deliver(Caller.Sandbox sandbox, BundleForm form, MediaType type) {
        return fetch.deliver(sandbox, form)
                .map(copy -> headers(Response.ok(copy.bytes(), type).header(HttpHeaders.ETAG, copy.tag())).build());
    }

    private static Uni<Response> notModified(String tag) {
        return Uni.createFrom().item(headers(Response.notModified().header(HttpHeaders.ETAG, tag)).build());
    }

    private static Response.ResponseBuilder headers(Response.ResponseBuilder response) {
        return response.header(HttpHeaders.CACHE_CONTROL, "no-store").header(HttpHeaders.VARY, "Accept, " + RequestHeaders.HAVE);
    }
}
