package ai.igent.maestro.session.mcp;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkiverse.mcp.server.TextContent;
import io.quarkiverse.mcp.server.ToolResponse;
import io.quarkus.security.ForbiddenException;
import io.smallrye.mutiny.Uni;

import ai.igent.maestro.web.identity.Caller;
import ai.igent.maestro.web.identity.CallerIdentity;
import ai.igent.maestro.web.problem.FailureProblems;
import ai.igent.maestro.web.problem.FieldError;
import ai.igent.maestro.web.problem.Problem;

/** Runs a tool for the calling agent. What goes wrong becomes a tool's error with the code and the words that HTTP would answer with. */
@ApplicationScoped
public class AgentAnswers {
    private final CallerIdentity identity;
    private final FailureProblems problems;
    private final ObjectMapper json;

    AgentAnswers(CallerIdentity identity, FailureProblems problems, ObjectMapper json) {
        this.identity = identity;
        this.problems = problems;
        this.json = json;
    }

    /** @param work may throw, too */
    public <T> Uni<ToolResponse> of(Function<Caller.Agent, Uni<T>> work) {
        return Uni.createFrom().deferred(() -> work.apply(agent()))
                .map(answer -> response(false, answer))
                .onFailure().recoverWithItem(failure -> response(true, refusal(problems.of(failure))));
    }

    /** The same twice: structured for clients that know that, and as the text that all of them read. */
    private ToolResponse response(boolean isError, Object answer) {
        return new ToolResponse(isError, List.of(new TextContent(json.valueToTree(answer).toString())), answer, Map.of());
    }

    private Caller.Agent agent() {
        if (identity.current() instanceof Caller.Agent agent) return agent;
        throw new ForbiddenException();
    }

    private static Refusal refusal(Problem problem) {
        return new Refusal(problem.code(), problem.status(), problem.detail(), problem.errors(),
                problem.retryAfter() == null ? null : problem.retryAfter().toSeconds(), problem.extensions());
    }

    /** A problem as a tool's answer. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Refusal(String code, int status, String detail, List<FieldError> errors, Long retryAfterSeconds, Map<String, Object> more) {}
}
