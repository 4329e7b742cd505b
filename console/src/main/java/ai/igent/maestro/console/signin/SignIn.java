package ai.igent.maestro.console.signin;

import java.util.function.Consumer;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.security.AuthenticationException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.smallrye.mutiny.vertx.UniHelper;
import io.vertx.ext.web.RoutingContext;

import ai.igent.maestro.console.answer.Refusal;

/** Reads the sign-in from the cookie of a request, refreshing its tokens when they are about to expire. */
@ApplicationScoped
public class SignIn {
    private final IdentityProviderManager identities;

    SignIn(IdentityProviderManager identities) {
        this.identities = identities;
    }

    /** Goes on as who is signed in. When that is nobody, or the issuer is needed and away, the request is answered with the refusal. */
    public void require(RoutingContext context, Consumer<SecurityIdentity> next) {
        // its default would answer with a redirect, which a script cannot follow
        context.remove(QuarkusHttpUser.AUTH_FAILURE_HANDLER);
        UniHelper.toFuture(QuarkusHttpUser.getSecurityIdentity(context, identities)).onComplete(
                user -> goOn(context, user, next),
                failure -> reasonOf(failure).answer(context.request()));
    }

    private static void goOn(RoutingContext context, SecurityIdentity user, Consumer<SecurityIdentity> next) {
        if (user.isAnonymous()) {
            Refusal.SIGNED_OUT.answer(context.request());
        } else {
            next.accept(user);
        }
    }

    private static Refusal reasonOf(Throwable failure) {
        return failure instanceof AuthenticationException ? Refusal.SIGNED_OUT : Refusal.SERVICE_AWAY;
    }
}
