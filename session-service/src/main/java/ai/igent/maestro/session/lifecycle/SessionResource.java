package ai.igent.maestro.session.lifecycle;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.jboss.resteasy.reactive.RestPath;

import io.smallrye.mutiny.Uni;

import ai.igent.maestro.audittrail.CurrentOriginator;
import ai.igent.maestro.session.session.Session;
import ai.igent.maestro.session.session.SessionRepository;
import ai.igent.maestro.vocabulary.SessionId;
import ai.igent.maestro.web.identity.Caller;
import ai.igent.maestro.web.identity.CallerIdentity;
import ai.igent.maestro.web.identity.Role;
import ai.igent.maestro.web.paging.Cursor;
import ai.igent.maestro.web.paging.Page;
import ai.igent.maestro.web.paging.PageRequest;

/** Sessions, for their users and the platform: see docs/reference/session-service.md. */
@Path("/v1/sessions")
@Produces(MediaType.APPLICATION_JSON)
public class SessionResource {
    private final SessionRepository sessions;
    private final SessionViews views;
    private final EndSession endSession;
    private final CallerIdentity identity;
    private final CurrentOriginator originator;

    SessionResource(SessionRepository sessions, SessionViews views, EndSession endSession, CallerIdentity identity,
            CurrentOriginator originator) {
        this.sessions = sessions;
        this.views = views;
        this.endSession = endSession;
        this.identity = identity;
        this.originator = originator;
    }

    @GET
    @RolesAllowed({Role.USER, Role.PLATFORM})
    public Uni<Page<SessionView>> list(@BeanParam PageRequest page) {
        Cursor cursor = page.cursor();
        return sessions.list(userFilter(identity.person()), cursor == null ? null : cursor.position(), page.limit() + 1)
                .map(found -> Page.of(found, page.limit(), session -> session.id().text()))
                .chain(found -> views.of(found.items()).map(items -> new Page<>(items, found.next())));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Role.USER, Role.PLATFORM})
    public Uni<SessionView> read(@RestPath SessionId id) {
        return view(id);
    }

    @POST
    @Path("/{id}/end")
    @RolesAllowed({Role.USER, Role.PLATFORM})
    public Uni<SessionView> end(@RestPath SessionId id) {
        return endSession.of(id, identity.current(), originator.get()).chain(revision -> view(id));
    }

    private Uni<SessionView> view(SessionId id) {
        Uni<Session> session = sessions.requireRunBy(id, identity.current());
        return session.chain(views::of);
    }

    /** The platform sees every session, a user their own. */
    private static String userFilter(Caller.Person person) {
        return person.has(Role.PLATFORM) ? null : person.subject();
    }
}
