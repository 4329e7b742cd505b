package ai.igent.maestro.injector.stream;

import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.UriInfo;

import org.jboss.resteasy.reactive.server.ServerRequestFilter;

import io.smallrye.mutiny.Uni;

import ai.igent.maestro.injector.access.SandboxAccess;
import ai.igent.maestro.injector.bundle.PrepareBundle;
import ai.igent.maestro.vocabulary.InvalidWord;
import ai.igent.maestro.vocabulary.SessionId;

/** Lets a sandbox to its stream only when a fetch would be answered too; what that builds serves the stream's first event. */
class AdmitToStream {
    private final SandboxAccess access;
    private final PrepareBundle prepare;

    AdmitToStream(SandboxAccess access, PrepareBundle prepare) {
        this.access = access;
        this.prepare = prepare;
    }

    @ServerRequestFilter
    @AdmittedFirst
    public Uni<Void> admit(UriInfo uri) {
        return prepare.announce(access.to(session(uri), uri));
    }

    private static SessionId session(UriInfo uri) {
        try {
            return new SessionId(uri.getPathParameters().getFirst(EventsResource.SESSION));
        } catch (InvalidWord noId) {
            throw new NotFoundException(noId);
        }
    }
}
