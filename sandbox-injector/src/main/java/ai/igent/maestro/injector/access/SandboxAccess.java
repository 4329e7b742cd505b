package ai.igent.maestro.injector.access;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.UriInfo;

import ai.igent.maestro.vocabulary.SessionId;
import ai.igent.maestro.web.identity.Caller;
import ai.igent.maestro.web.identity.CallerIdentity;

/** Lets a sandbox to its own session, and to nothing else. Whether its token still counts, session-service says at each call. */
@ApplicationScoped
public class SandboxAccess {
    private final CallerIdentity identity;

    SandboxAccess(CallerIdentity identity) {
        this.identity = identity;
    }

    /**
     * The sandbox that is calling. A query parameter outside {@code known} is refused, above all a token: queries end up in logs.
     *
     * @throws RuntimeException an {@link AccessFailure}, answered with 404 or 422
     */
    public Caller.Sandbox to(SessionId session, UriInfo uri, String... known) {
        if (!List.of(known).containsAll(uri.getQueryParameters().keySet())) throw new AccessFailure.UnknownParameter();
        if (identity.current() instanceof Caller.Sandbox sandbox && sandbox.session().equals(session)) return sandbox;
        throw new AccessFailure.OtherSession();
    }
}
