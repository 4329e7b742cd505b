package ai.igent.maestro.console.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;

import io.quarkus.oidc.OIDCException;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/** Leads whoever wants to sign in to a page that says so when the issuer cannot be asked. */
@ApplicationScoped
class IssuerAway {
    private static final Logger LOG = Logger.getLogger(IssuerAway.class);

    void register(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).failureHandler(IssuerAway::answer);
    }

    private static void answer(RoutingContext context) {
        if (context.failure() instanceof OIDCException failure) {
            LOG.warnf("the issuer cannot be asked: %s", failure.getClass().getSimpleName());
            context.redirect("/sign-in-failed");
        } else {
            context.next();
        }
    }
}
