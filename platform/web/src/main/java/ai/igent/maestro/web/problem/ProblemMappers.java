package ai.igent.maestro.web.problem;

import java.util.stream.Collectors;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Path;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;

import ai.igent.maestro.vocabulary.InvalidWord;
import ai.igent.maestro.web.json.JsonRefusals;

/** Everything a resource method can throw, as problem+json. */
class ProblemMappers {
    private final FailureProblems problems;
    private final UnexpectedFailures unexpected;

    ProblemMappers(FailureProblems problems, UnexpectedFailures unexpected) {
        this.problems = problems;
        this.unexpected = unexpected;
    }

    @ServerExceptionMapper
    public Response failure(Failure failure, UriInfo uri) {
        return respond(problems.of(failure), uri);
    }

    @ServerExceptionMapper(priority = 1)
    public Response unreadable(MismatchedInputException refusal, UriInfo uri) {
        return respond(JsonRefusals.problem(refusal), uri);
    }

    @ServerExceptionMapper(priority = 1)
    public Response invalid(ConstraintViolationException refusal, UriInfo uri) {
        return respond(Problem.invalid(refusal.getConstraintViolations().stream().map(ProblemMappers::error).toList()), uri);
    }

    @ServerExceptionMapper
    public Response word(InvalidWord refusal, UriInfo uri) {
        return respond(problems.of(refusal), uri);
    }

    @ServerExceptionMapper
    public Response web(WebApplicationException refusal, UriInfo uri) {
        if (refusal.getCause() instanceof JsonProcessingException json) return respond(JsonRefusals.problem(json), uri);
        int status = refusal.getResponse().getStatus();
        return respond(status < 500 ? Problem.ofStatus(status) : unexpected.sort(refusal), uri);
    }

    @ServerExceptionMapper
    public Response json(JsonMappingException refusal, UriInfo uri) {
        boolean whileWriting = refusal.getProcessor() instanceof JsonGenerator;
        return respond(whileWriting ? unexpected.sort(refusal) : JsonRefusals.problem(refusal), uri);
    }

    @ServerExceptionMapper
    public Response unauthorized(UnauthorizedException refusal, UriInfo uri) {
        return respond(problems.of(refusal), uri);
    }

    @ServerExceptionMapper
    public Response authenticationFailed(AuthenticationFailedException refusal, UriInfo uri) {
        return respond(problems.of(refusal), uri);
    }

    @ServerExceptionMapper
    public Response forbidden(ForbiddenException refusal, UriInfo uri) {
        return respond(problems.of(refusal), uri);
    }

    @ServerExceptionMapper
    public Response anything(Throwable failure, UriInfo uri) {
        return respond(problems.of(failure), uri);
    }

    private static Response respond(Problem problem, UriInfo uri) {
        return ProblemJson.response(problem, uri.getPath());
    }

    /** The path without the method's and the parameter's name, which are ours and not the caller's. */
    private static FieldError error(ConstraintViolation<?> violation) {
        String field = java.util.stream.StreamSupport.stream(violation.getPropertyPath().spliterator(), false).skip(2)
                .map(Path.Node::toString)
                .collect(Collectors.joining("."));
        String parameter = field.isEmpty() ? lastOf(violation.getPropertyPath()) : field;
        return new FieldError(parameter, code(violation), violation.getMessage());
    }

    private static String lastOf(Path path) {
        String last = "";
        for (Path.Node node : path)
            last = node.getName();
        return last;
    }

    private static String code(ConstraintViolation<?> violation) {
        String constraint = violation.getConstraintDescriptor().getAnnotation().annotationType().getSimpleName();
        return constraint.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(java.util.Locale.ROOT);
    }
}
