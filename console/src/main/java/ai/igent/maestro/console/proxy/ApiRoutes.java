package ai.igent.maestro.console.proxy;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.oidc.AccessTokenCredential;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

import ai.igent.maestro.console.answer.Refusal;
import ai.igent.maestro.console.signin.SignIn;

/** The services' APIs for the page: {@code /api/<service>/v1/...}. */
@ApplicationScoped
class ApiRoutes {
    private final SignIn signIn;
    private final SameOrigin sameOrigin;
    private final Services services;

    ApiRoutes(SignIn signIn, SameOrigin sameOrigin, Services services) {
        this.signIn = signIn;
        this.sameOrigin = sameOrigin;
        this.services = services;
    }

    void register(@Observes Router router) {
        router.route("/api/*").order(2).handler(this::answer);
    }

    private void answer(RoutingContext context) {
        HttpServerRequest request = context.request();
        Optional<Destination> destination = destination(request);
        if (destination.isEmpty()) {
            Refusal.NOT_FOUND.answer(request);
        } else if (!sameOrigin.allows(request)) {
            Refusal.CROSS_SITE.answer(request);
        } else {
            signIn.require(context,
                    user -> services.forward(request, destination.get(), user.getCredential(AccessTokenCredential.class), Passage.API));
        }
    }

    private Optional<Destination> destination(HttpServerRequest request) {
        return ApiPath.of(request.path())
                .flatMap(path -> services.find(path.service())
                        .map(base -> new Destination(path.service(), base, path.path(), request.query())));
    }
}
