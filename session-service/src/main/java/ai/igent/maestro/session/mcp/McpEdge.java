package ai.igent.maestro.session.mcp;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

import ai.igent.maestro.web.identity.Role;

/**
 * Lets agents in and nobody else, before the protocol's server sees the call: its own refusals are HTTP 200 with the name of a class. Failing the
 * request hands it to the route that writes problems.
 */
@Singleton
class McpEdge {
    /** Behind authentication, before the protocol's server. */
    private static final int ORDER = -10;

    void install(@Observes Router router) {
        router.route("/mcp").order(ORDER).handler(McpEdge::admit);
        router.route("/mcp/*").order(ORDER).handler(McpEdge::admit);
    }

    private static void admit(RoutingContext request) {
        if (!(request.user() instanceof QuarkusHttpUser user) || user.getSecurityIdentity().isAnonymous())
            request.fail(new UnauthorizedException());
        else if (!user.getSecurityIdentity().hasRole(Role.AGENT)) request.fail(new ForbiddenException());
        else
            request.next();
    }
}
