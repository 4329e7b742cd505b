package ai.igent.maestro.session.grant;

import java.time.Clock;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

import io.quarkus.security.ForbiddenException;
import io.smallrye.mutiny.Uni;

import ai.igent.maestro.audittrail.CurrentOriginator;
import ai.igent.maestro.contracts.internal.GrantAnswer;
import ai.igent.maestro.contracts.internal.GrantRequest;
import ai.igent.maestro.session.session.Session;
import ai.igent.maestro.session.session.SessionFailure;
import ai.igent.maestro.session.session.SessionRepository;
import ai.igent.maestro.vocabulary.SessionId;
import ai.igent.maestro.web.identity.Caller;
import ai.igent.maestro.web.identity.CallerIdentity;
import ai.igent.maestro.web.identity.Role;

/** The injector's questions about a session. */
@Path("/internal/v1/sessions/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.SANDBOX_INJECTOR)
public class GrantResource {
    private final AnswerGrant answerGrant;
    private final SessionRepository sessions;
    private final CallerIdentity identity;
    private final CurrentOriginator originator;
    private final Clock clock;

    GrantResource(AnswerGrant answerGrant, SessionRepository sessions, CallerIdentity identity, CurrentOriginator originator,
            Clock clock) {
        this.answerGrant = answerGrant;
        this.sessions = sessions;
        this.identity = identity;
        this.originator = originator;
        this.clock = clock;
    }

    @POST
    @Path("/grants")
    public Uni<RestResponse<GrantAnswer>> grant(@RestPath SessionId id, @NotNull GrantRequest request) {
        if (!(identity.current() instanceof Caller.ServiceClient injector)) throw new ForbiddenException();
        return answerGrant.of(id, request, injector, originator.get())
                .map(answer -> ResponseBuilder.ok(answer).header("Cache-Control", "no-store").build());
    }

    @GET
    @Path("/revision")
    public Uni<Revision> revision(@RestPath SessionId id) {
        return sessions.require(id).invoke(this::requireActive).map(Revision::of);
    }

    private void requireActive(Session session) {
        if (!session.isActiveAt(clock.instant())) throw new SessionFailure.Over();
    }

    /** What is stored; something whose time is up counts until it has been ended. */
    record Revision(long revision, long appliedRevision, long tokenGeneration) {
        static Revision of(Session session) {
            return new Revision(session.revision(), session.appliedRevision(), session.tokenGeneration());
        }
    }
}
