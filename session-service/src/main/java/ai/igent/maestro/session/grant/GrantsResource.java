package ai.igent.maestro.session.grant;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

import io.quarkus.security.ForbiddenException;
import io.smallrye.mutiny.Uni;

import ai.igent.maestro.audittrail.CurrentOriginator;
import ai.igent.maestro.contracts.internal.GrantAnswers;
import ai.igent.maestro.contracts.internal.GrantQuestions;
import ai.igent.maestro.web.identity.Caller;
import ai.igent.maestro.web.identity.CallerIdentity;
import ai.igent.maestro.web.identity.Role;

/** The injector's questions about several sessions at once: see docs/adr/0024-an-injector-asks-for-many-at-once.md. */
@Path("/internal/v1/grants")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.SANDBOX_INJECTOR)
public class GrantsResource {
    private static final String BRIEF = "return=minimal";

    private final AnswerGrant answerGrant;
    private final CallerIdentity identity;
    private final CurrentOriginator originator;

    GrantsResource(AnswerGrant answerGrant, CallerIdentity identity, CurrentOriginator originator) {
        this.answerGrant = answerGrant;
        this.identity = identity;
        this.originator = originator;
    }

    /** For {@code together} see {@link AnswerForm}; {@code return=minimal} prefers brief answers (RFC 7240), which a service from before does not know. */
    @POST
    public Uni<RestResponse<GrantAnswers>> grants(@RestQuery boolean together, @RestHeader("Prefer") String preference,
            @NotNull GrantQuestions questions) {
        if (!(identity.current() instanceof Caller.ServiceClient injector)) throw new ForbiddenException();
        return answerGrant.ofAll(questions.questions(), new AnswerForm(together, BRIEF.equals(preference)), injector, originator.get())
                .map(answers -> ResponseBuilder.ok(answers).header("Cache-Control", "no-store").build());
    }
}
