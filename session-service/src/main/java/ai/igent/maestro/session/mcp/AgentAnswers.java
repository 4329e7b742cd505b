package ai.igent.maestro.session.mcp;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.quarkiverse.mcp.server.ToolResponse;
import io.quarkus.security.ForbiddenException;
import io.smallrye.mutiny.Uni;

import ai.igent.maestro.web.identity.Caller;
import ai.igent.maestro.web.identity.CallerIdentity;
import ai.igent.maestro.web.problem.FieldError;
import ai.igent.maestro.web.problem.FailureProblems;
import ai.igent.maestro.web.problem.Problem;

/** Runs a tool for the calling agent. What goes wrong becomes a tool's error with the code and the words that HTTP would answer with. */
@ApplicationScoped
public class AgentAnswers {
    private final CallerIdentity identity;
    private final FailureProblems problems;

    AgentAnswers(CallerIdentity identity, FailureProblems problems) {
        this.identity = identity;
        this.problems = problems;
    }

    /** @param work may throw, too */
    public <T> Uni<ToolResponse> of(Function<Caller.Agent, Uni<T>> work) {
        return Uni.createFrom().deferred(() -> work.apply(agent()))
                .map(ToolResponse::structuredSuccess)
                .onFailure().recoverWithItem(failure -> refusal(problems.of(failure)));
    }

    private Caller.Agent agent() {
        if (identity.current() instanceof Caller.Agent agent) return agent;
        throw new ForbiddenException();
    }

    private static ToolResponse refusal(Problem problem) {
        return ToolResponse.structuredError(new Refusal(problem.code(), problem.status(), problem.detail(), problem.errors(),
                problem.retryAfter() == null ? null : problem.retryAfter().toSeconds(), problem.extensions()));
    }

    /** A problem as a tool's answer. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Refusal(String code, int status, String detail, List<FieldError> errors, Long retryAfterSeconds, Map<String, Object> more) {}
}
