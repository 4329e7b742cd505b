package ai.igent.maestro.console.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.eclipse.microprofile.jwt.JsonWebToken;

import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/** Tells the page who its user is: {@code GET /api/me}. */
@ApplicationScoped
class MeRoute {
    private final SignIn signIn;

    MeRoute(SignIn signIn) {
        this.signIn = signIn;
    }

    void register(@Observes Router router) {
        router.get("/api/me").order(1).handler(this::answer);
    }

    private void answer(RoutingContext context) {
        signIn.require(context, user -> tell(context, user));
    }

    private static void tell(RoutingContext context, SecurityIdentity user) {
        JsonWebToken person = (JsonWebToken) user.getPrincipal();
        String name = person.getClaim("name");
        context.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .end(new JsonObject().put("id", person.getSubject()).put("name", name == null ? person.getSubject() : name).encode());
    }
}
