package ai.igent.maestro.injector.scan;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;

import ai.igent.maestro.injector.access.SandboxAccess;
import ai.igent.maestro.injector.text.ReadText;
import ai.igent.maestro.injector.text.TextBody;
import ai.igent.maestro.vocabulary.SessionId;
import ai.igent.maestro.web.identity.Caller;
import ai.igent.maestro.web.identity.Role;

/** Where in a text values stand, never the values: see docs/reference/sandbox-injector.md. */
@Path("/v1/sandboxes/{session}/scan")
@RolesAllowed(Role.SANDBOX)
public class ScanResource {
    private final SandboxAccess access;
    private final ReadText readText;

    ScanResource(SandboxAccess access, ReadText readText) {
        this.access = access;
        this.readText = readText;
    }

    @POST
    @Produces(MediaType.APPLICATION_JSON)
    public Uni<FindingsView> scan(@PathParam("session") SessionId session, @HeaderParam(HttpHeaders.CONTENT_TYPE) String type,
            @Context UriInfo uri, @Context HttpServerRequest request) {
        Caller.Sandbox sandbox = access.to(session, uri);
        Scanned scanned = ScannedForm.of(type);
        Multi<byte[]> end = Multi.createFrom().item(scanned::end);
        Multi<byte[]> text = Multi.createBy().concatenating().streams(TextBody.of(request).map(scanned::take), end);
        return readText.of(sandbox, text, new Findings(scanned)).chain(reading -> reading.collect().last()).map(FindingsView::of);
    }

    /** @param complete false when there are more */
    record FindingsView(List<Finding> findings, boolean complete) {
        static FindingsView of(Findings findings) {
            return new FindingsView(findings.all(), findings.isComplete());
        }
    }
}
