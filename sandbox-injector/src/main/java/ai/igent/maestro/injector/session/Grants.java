package ai.igent.maestro.injector.session;

import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;

import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

import io.smallrye.mutiny.Uni;

import ai.igent.maestro.contracts.internal.GrantAnswer;
import ai.igent.maestro.contracts.internal.GrantAnswers;
import ai.igent.maestro.contracts.internal.GrantQuestions;
import ai.igent.maestro.injector.together.Together;
import ai.igent.maestro.injector.together.TogetherConfig;
import ai.igent.maestro.vocabulary.Purpose;
import ai.igent.maestro.web.identity.Caller;
import ai.igent.maestro.web.trace.TraceParent;

/** Asks session-service what a sandbox may have now. Nothing is handed out, and no stream goes on, without its answer. */
@ApplicationScoped
public class Grants {
    private static final Logger LOG = Logger.getLogger(Grants.class);
    private static final Set<Integer> OVER = Set.of(404, 409, 410);

    private final SessionService service;
    private final Together<GrantQuestions.Question, GrantAnswer> questions;

    Grants(@RestClient SessionService service, TogetherConfig config) {
        this.service = service;
        this.questions = new Together<>(several -> service.grants(true, new GrantQuestions(several)).map(GrantAnswers::whole),
                one -> service.grants(one.session().text(), one.alone()), unclaimed -> {}, GrantQuestions.MOST, config);
    }

    /**
     * What is active, for a sandbox whose token is the session's. The release is on record when this answers; with purpose {@code build} nothing
     * leaves the injector yet. Fails with {@link SessionFailure}.
     *
     * @param held what the caller has already, or null
     */
    public Uni<GrantAnswer> ask(Caller.Sandbox sandbox, Purpose purpose, HeldSet held) {
        var question = new GrantQuestions.Question(sandbox.session(), purpose, held == null ? null : held.revision(),
                TraceParent.current());
        return questions.ask(question).map(answer -> whole(answer, held)).onFailure().transform(Grants::failure)
                .invoke(answer -> refuseOtherGenerations(sandbox, answer.tokenGeneration()));
    }

    private static GrantAnswer whole(GrantAnswer answer, HeldSet held) {
        if (answer.items() != null) return answer;
        if (held == null || held.revision() != answer.revision()) throw new IllegalStateException("a set is missing that was not held");
        return answer.withItems(held.items());
    }

    /** The session's revision, for a sandbox whose token is the session's. Evaluates and records nothing. Fails with {@link SessionFailure}. */
    public Uni<Long> revision(Caller.Sandbox sandbox) {
        return service.state(sandbox.session().text()).onFailure().transform(Grants::failure)
                .invoke(state -> refuseOtherGenerations(sandbox, state.tokenGeneration())).map(SessionState::revision);
    }

    private static void refuseOtherGenerations(Caller.Sandbox sandbox, long generation) {
        if (generation != sandbox.generation()) throw new SessionFailure.TokenRevoked();
    }

    private static SessionFailure failure(Throwable cause) {
        if (cause instanceof WebApplicationException refusal && OVER.contains(refusal.getResponse().getStatus()))
            return new SessionFailure.Unknown();
        LOG.warnf("session-service does not answer: %s", cause.getClass().getName());
        return new SessionFailure.Away();
    }
}
