package ai.igent.maestro.session.events;

import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.UriInfo;

import org.jboss.resteasy.reactive.server.ServerRequestFilter;

import io.smallrye.mutiny.Uni;

import ai.igent.maestro.session.session.Session;
import ai.igent.maestro.session.session.SessionRepository;
import ai.igent.maestro.vocabulary.InvalidWord;
import ai.igent.maestro.vocabulary.SessionId;
import ai.igent.maestro.web.identity.CallerIdentity;

/** Lets the session's user and its agent to its stream, as long as there is room. */
class AdmitToStream {
    private final SessionRepository sessions;
    private final Watched watched;
    private final CallerIdentity identity;

    AdmitToStream(SessionRepository sessions, Watched watched, CallerIdentity identity) {
        this.sessions = sessions;
        this.watched = watched;
        this.identity = identity;
    }

    @ServerRequestFilter
    @AdmittedFirst
    public Uni<Void> admit(UriInfo uri) {
        return sessions.require(session(uri), identity.current()).invoke(this::requireRoom).replaceWithVoid();
    }

    private void requireRoom(Session session) {
        if (!watched.hasRoomFor(session.id())) throw new EventsFailure.TooManyStreams();
    }

    private static SessionId session(UriInfo uri) {
        try {
            return new SessionId(uri.getPathParameters().getFirst(EventsResource.SESSION));
        } catch (InvalidWord noId) {
            throw new NotFoundException(noId);
        }
    }
}
