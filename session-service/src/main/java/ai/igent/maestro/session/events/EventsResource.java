package ai.igent.maestro.session.events;

import java.time.Instant;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;

import org.eclipse.microprofile.jwt.JsonWebToken;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Multi;

import ai.igent.maestro.vocabulary.SessionId;
import ai.igent.maestro.web.identity.CallerIdentity;
import ai.igent.maestro.web.identity.Role;

/** What happens in a session, as server-sent events: see docs/reference/session-service.md. */
@Path("/v1/sessions/{" + EventsResource.SESSION + "}/events")
@RolesAllowed({Role.USER, Role.AGENT})
public class EventsResource {
    static final String SESSION = "id";

    private final WatchSession watchSession;
    private final CallerIdentity caller;
    private final SecurityIdentity identity;

    EventsResource(WatchSession watchSession, CallerIdentity caller, SecurityIdentity identity) {
        this.watchSession = watchSession;
        this.caller = caller;
        this.identity = identity;
    }

    @GET
    @AdmittedFirst
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public Multi<OutboundSseEvent> events(@PathParam(SESSION) SessionId session, @HeaderParam("Last-Event-ID") String before,
            @Context Sse sse) {
        return watchSession.of(session, caller.current(), before, tokenEnds()).map(news -> event(news, sse));
    }

    private Instant tokenEnds() {
        return identity.getPrincipal() instanceof JsonWebToken token ? Instant.ofEpochSecond(token.getExpirationTime()) : Instant.MIN;
    }

    private static OutboundSseEvent event(News news, Sse sse) {
        return switch (news.signal()) {
            case Signal.Requested requested -> event(sse, "requests", news);
            case Signal.Revision revision -> event(sse, "revisions", news);
            case Signal.Applied applied -> event(sse, "applied", news);
            case Signal.Expiring expiring -> event(sse, "expiring", news);
            case Signal.Status status -> event(sse, "session", news);
            case Signal.Alive alive -> sse.newEventBuilder().comment("alive").build();
            case Signal.Over over -> sse.newEventBuilder().comment("over").build();
        };
    }

    private static OutboundSseEvent event(Sse sse, String name, News news) {
        var event = sse.newEventBuilder().name(name).mediaType(MediaType.APPLICATION_JSON_TYPE).data(news.signal());
        if (news.state() != null) event.id(news.state().text());
        return event.build();
    }
}
