package ai.igent.maestro.console.proxy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.oidc.AccessTokenCredential;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

import ai.igent.maestro.console.answer.Refusal;
import ai.igent.maestro.console.signin.SignIn;

/** The browser's steps of an OAuth authorization, passed on to oauth-service at the same path for the signed-in user. */
@ApplicationScoped
class AuthorizationRoutes {
    private static final String SERVICE = "oauth";

    private final SignIn signIn;
    private final Services services;

    AuthorizationRoutes(SignIn signIn, Services services) {
        this.signIn = signIn;
        this.services = services;
    }

    void register(@Observes Router router) {
        router.getWithRegex("/oauth/(start|callback)/[A-Za-z0-9_-]+").order(1).handler(this::answer);
        router.route("/oauth/*").order(2).handler(context -> Refusal.NOT_FOUND.answer(context.request()));
    }

    private void answer(RoutingContext context) {
        HttpServerRequest request = context.request();
        Destination destination = new Destination(SERVICE, services.find(SERVICE).orElseThrow(), request.path(), request.query());
        signIn.require(context,
                user -> services.forward(request, destination, user.getCredential(AccessTokenCredential.class), Passage.AUTHORIZATION));
    }
}
