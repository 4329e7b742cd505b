package ai.igent.maestro.injector.mask;

import java.util.List;
import java.util.Map;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;

import org.jboss.resteasy.reactive.RestMulti;

import io.smallrye.mutiny.Multi;
import io.vertx.core.http.HttpServerRequest;

import ai.igent.maestro.injector.access.SandboxAccess;
import ai.igent.maestro.injector.text.ReadText;
import ai.igent.maestro.injector.text.TextBody;
import ai.igent.maestro.vocabulary.SessionId;
import ai.igent.maestro.web.identity.Caller;
import ai.igent.maestro.web.identity.Role;

/** A text without the values that are in it: see docs/reference/sandbox-injector.md. */
@Path("/v1/sandboxes/{session}/mask")
@RolesAllowed(Role.SANDBOX)
public class MaskResource {
    private static final Map<String, List<String>> HEADERS = Map.of(HttpHeaders.CACHE_CONTROL, List.of("no-store"));

    private final SandboxAccess access;
    private final ReadText readText;

    MaskResource(SandboxAccess access, ReadText readText) {
        this.access = access;
        this.readText = readText;
    }

    /** Answers while it reads, so the text may go on for as long as what prints it runs. */
    @POST
    @Produces(MediaType.TEXT_PLAIN)
    public RestMulti<byte[]> mask(@PathParam("session") SessionId session, @Context UriInfo uri, @Context HttpServerRequest request) {
        Caller.Sandbox sandbox = access.to(session, uri);
        boolean atTheEnd = AnswerAtTheEnd.suits(request);
        return RestMulti.fromUniResponse(readText.of(sandbox, TextBody.of(request), new MaskedText()),
                text -> atTheEnd ? text.collect().last().map(MaskedText::take).toMulti() : pieces(text), text -> HEADERS);
    }

    private static Multi<byte[]> pieces(Multi<MaskedText> text) {
        return text.map(MaskedText::take).filter(piece -> piece.length > 0);
    }
}
