package ai.igent.maestro.web.problem;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.WebApplicationException;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/**
 * First and last in the line of routes: refuses heads that cannot be read, and bodies that are packed, or without or with too great a length, before
 * anything reads them, and gives problem+json to failures that never reach a resource method (authentication, path policies, body limits, other routes).
 */
@Singleton
class EdgeRoutes {
    void install(@Observes Router router, BodyLimits limits, UnexpectedFailures unexpected) {
        router.route().order(Integer.MIN_VALUE).handler(request -> admit(request, limits))
                .failureHandler(request -> fail(request, unexpected));
    }

    private static void admit(RoutingContext request, BodyLimits limits) {
        if (limits.isStreamed(request.request())) request.addEndHandler(done -> closeUnlessRead(request));
        limits.objection(request.request()).or(() -> ReadableHead.objection(request.request()))
                .ifPresentOrElse(problem -> refuse(request, problem), request::next);
    }

    /** What is answered before its body was read leaves a connection that cannot serve another request. */
    private static void closeUnlessRead(RoutingContext request) {
        if (!request.request().isEnded()) LingeringClose.of(request.request(), request.vertx());
    }

    /** The body stays unread, so the connection cannot serve another request. */
    private static void refuse(RoutingContext request, Problem problem) {
        request.response().putHeader(HttpHeaders.CONNECTION, "close")
                .endHandler(sent -> LingeringClose.of(request.request(), request.vertx()));
        write(request, problem);
    }

    private static void fail(RoutingContext request, UnexpectedFailures unexpected) {
        if (request.response().ended() || request.response().headWritten()) request.next();
        else
            write(request, problem(request, unexpected));
    }

    private static Problem problem(RoutingContext request, UnexpectedFailures unexpected) {
        return switch (request.failure()) {
            case ForbiddenException forbidden -> Problem.forbidden();
            case AuthenticationFailedException failed -> unexpected.sortAuthentication(failed);
            case UnauthorizedException unauthorized -> Problem.unauthorized();
            case WebApplicationException web -> Problem.ofStatus(web.getResponse().getStatus());
            case null, default -> Problem.ofStatus(request.statusCode() > 0 ? request.statusCode() : 500);
        };
    }

    private static void write(RoutingContext request, Problem problem) {
        var response = request.response().setStatusCode(problem.status()).putHeader(HttpHeaders.CONTENT_TYPE, ProblemJson.MEDIA_TYPE)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        if (problem.status() == 401) response.putHeader("WWW-Authenticate", "Bearer");
        if (problem.retryAfter() != null) response.putHeader(HttpHeaders.RETRY_AFTER, Long.toString(problem.retryAfter().toSeconds()));
        response.end(new JsonObject(ProblemJson.body(problem, request.request().path())).encode());
    }
}
