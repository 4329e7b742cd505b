package ai.igent.maestro.session.mcp;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;

import ai.igent.maestro.web.identity.Role;

/**
 * Lets agents in and nobody else, before the protocol's server sees the call: its own refusals are HTTP 200 with the name of a class. Failing the
 * request hands it to the route that writes problems. The older transport below {@code /mcp/} is closed: there an answer goes to whoever opened
 * the stream, and not to whoever asked.
 */
@Singleton
class McpEdge {
    private static final String PATH = "/mcp";

    /** Behind authentication, before the protocol's server. */
    private static final int ORDER = -10;

    private final McpBeginnings beginnings;
    private final McpArguments arguments;

    McpEdge(McpBeginnings beginnings, McpArguments arguments) {
        this.beginnings = beginnings;
        this.arguments = arguments;
    }

    void install(@Observes Router router, @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize limit,
            McpOrigins origins) {
        router.route(PATH + "/*").order(ORDER).handler(McpEdge::admit).handler(McpEdge::closeWhatIsBelow)
                .handler(request -> requireOrigin(request, origins));
        router.post(PATH).order(ORDER + 1).handler(BodyHandler.create(false).setBodyLimit(limit.asLongValue()))
                .handler(McpEdge::requireObject).handler(this::admitBeginning).handler(this::requireParameters);
    }

    private static void admit(RoutingContext request) {
        if (!(request.user() instanceof QuarkusHttpUser user) || user.getSecurityIdentity().isAnonymous())
            request.fail(new UnauthorizedException());
        else if (!user.getSecurityIdentity().hasRole(Role.AGENT)) request.fail(new ForbiddenException());
        else
            request.next();
    }

    /** The pattern of the route stands for {@code /mcp} itself too. */
    private static void closeWhatIsBelow(RoutingContext request) {
        if (PATH.equals(request.normalizedPath())) request.next();
        else
            request.fail(404);
    }

    private static void requireOrigin(RoutingContext request, McpOrigins origins) {
        if (origins.take(request.request().getHeader(HttpHeaders.ORIGIN))) request.next();
        else
            request.fail(new ForbiddenException());
    }

    private void admitBeginning(RoutingContext request) {
        var agent = (JsonWebToken) ((QuarkusHttpUser) request.user()).getSecurityIdentity().getPrincipal();
        beginnings.objection(request.body(), agent).ifPresentOrElse(request::fail, request::next);
    }

    /** What is called with other parameters than the protocol's would never be answered, or come back as a 500. */
    private void requireParameters(RoutingContext request) {
        JsonObject message = request.body().asJsonObject();
        McpParameters.refusal(message).or(() -> arguments.refusal(message)).ifPresentOrElse(
                refusal -> request.response().putHeader(HttpHeaders.CONTENT_TYPE, "application/json").end(refusal.encode()), request::next);
    }

    /** What is no JSON object would come back as a 500, and into the log. */
    private static void requireObject(RoutingContext request) {
        try {
            if (request.body().asJsonObject() == null) request.fail(400);
            else
                request.next();
        } catch (DecodeException | ClassCastException unreadable) {
            request.fail(400);
        }
    }
}
