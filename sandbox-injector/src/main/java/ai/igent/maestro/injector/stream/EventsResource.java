package ai.igent.maestro.injector.stream;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;

import io.smallrye.mutiny.Multi;

import ai.igent.maestro.injector.access.SandboxAccess;
import ai.igent.maestro.vocabulary.SessionId;
import ai.igent.maestro.web.identity.Role;

/** Server-sent events for one sandbox: see docs/reference/sandbox-injector.md. */
@Path("/v1/sandboxes/{" + EventsResource.SESSION + "}/events")
@RolesAllowed(Role.SANDBOX)
public class EventsResource {
    static final String SESSION = "session";

    private final SandboxAccess access;
    private final WatchSession watch;

    EventsResource(SandboxAccess access, WatchSession watch) {
        this.access = access;
        this.watch = watch;
    }

    @GET
    @AdmittedFirst
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public Multi<OutboundSseEvent> events(@PathParam(SESSION) SessionId session, @Context UriInfo uri, @Context Sse sse) {
        return watch.of(access.to(session, uri)).map(signal -> event(signal, sse));
    }

    private static OutboundSseEvent event(Signal signal, Sse sse) {
        return switch (signal) {
            case Signal.Revision revision ->
                sse.newEventBuilder().name("bundle").mediaType(MediaType.APPLICATION_JSON_TYPE).data(revision).build();
            case Signal.Alive alive -> sse.newEventBuilder().comment("alive").build();
            case Signal.Unchecked unchecked -> sse.newEventBuilder().comment("unchecked").build();
            case Signal.Over over -> sse.newEventBuilder().comment("over").build();
        };
    }
}
