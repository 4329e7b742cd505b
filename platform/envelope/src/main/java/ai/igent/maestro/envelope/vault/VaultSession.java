package ai.igent.maestro.envelope.vault;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;

import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;

/**
 * Being signed in at Vault. The token is got by the first who needs it, renewed in the background before it ends, also when nobody asks, and replaced
 * by a new login when its longest life is near, when it has ended, or when Vault no longer knows it. However many need a token at once, one login
 * gets it.
 */
final class VaultSession {
    private static final Duration SOONEST = Duration.ofSeconds(1);
    private static final Duration LATEST = Duration.ofHours(1);
    /** Vault locks out who shows wrong credentials too often. */
    private static final Duration PAUSE_AFTER_REFUSAL = Duration.ofSeconds(10);

    private final Vertx vertx;
    private final VaultHttp http;
    private final VaultLogin login;
    private final Clock clock;
    private VaultToken current;
    private Future<VaultToken> loggingIn;
    private boolean renewing;
    private Throwable refusal;
    private Instant refusedUntil = Instant.MIN;
    private boolean tended;

    VaultSession(Vertx vertx, VaultHttp http, VaultLogin login, Clock clock) {
        this.vertx = vertx;
        this.http = http;
        this.login = login;
        this.clock = clock;
    }

    /** Makes {@code call} with a token; once more with a new one if it was denied because Vault does not know the token any more. */
    <R> Future<R> with(Function<VaultToken, Future<R>> call) {
        return token().compose(token -> call.apply(token)
                .recover(failure -> VaultFailure.isDenied(failure) ? withAnother(token, failure, call) : Future.failedFuture(failure)));
    }

    private <R> Future<R> withAnother(VaultToken token, Throwable denial, Function<VaultToken, Future<R>> call) {
        return isKnown(token).compose(known -> known ? Future.failedFuture(denial) : replacing(token).compose(call));
    }

    /** Every token may look itself up, so this tells a token that has ended from one that may not do what was asked. */
    private Future<Boolean> isKnown(VaultToken token) {
        return http.get("auth/token/lookup-self", token).map(true)
                .recover(failure -> VaultFailure.isDenied(failure) ? Future.succeededFuture(false) : Future.failedFuture(failure));
    }

    private synchronized Future<VaultToken> replacing(VaultToken unknown) {
        if (current == unknown)
            current = null;
        return token();
    }

    private synchronized Future<VaultToken> token() {
        Instant now = clock.instant();
        if (current == null || current.isOver(now))
            return loggedIn(now);
        if (current.isDue(now))
            extend(current);
        return Future.succeededFuture(current);
    }

    private Future<VaultToken> loggedIn(Instant now) {
        if (loggingIn != null)
            return loggingIn;
        if (now.isBefore(refusedUntil))
            return Future.failedFuture(refusal);
        Promise<VaultToken> outcome = Promise.promise();
        loggingIn = outcome.future();
        Future<VaultToken> answer = outcome.future();
        login.login().onComplete(result -> settle(result, outcome));
        return answer;
    }

    private void settle(AsyncResult<VaultToken> result, Promise<VaultToken> outcome) {
        synchronized (this) {
            loggingIn = null;
            if (result.succeeded()) {
                current = result.result();
                tend();
            } else if (VaultFailure.isDenied(result.cause())) {
                refusal = result.cause();
                refusedUntil = clock.instant().plus(PAUSE_AFTER_REFUSAL);
            }
        }
        outcome.handle(result);
    }

    /** Nobody waits for it: the token is good until it ends. What fails is tried again while that lasts. */
    private void extend(VaultToken token) {
        if (renewing)
            return;
        renewing = true;
        var extended = token.renewable() ? renewed(token) : login.login();
        extended.onComplete(result -> extended(token, result));
    }

    private Future<VaultToken> renewed(VaultToken token) {
        return http.post("auth/token/renew-self", token, new JsonObject())
                .map(answer -> token.renewed(clock.instant(), answer.as(AuthAnswer.class).auth().leaseDuration()));
    }

    private synchronized void extended(VaultToken token, AsyncResult<VaultToken> result) {
        renewing = false;
        if (result.succeeded() && current == token)
            current = result.result();
    }

    /** Looks after the token from now on. */
    private void tend() {
        if (tended)
            return;
        tended = true;
        lookAgain();
    }

    private synchronized void lookAgain() {
        vertx.setTimer(pause().toMillis(), timer -> token().onComplete(done -> lookAgain()));
    }

    private Duration pause() {
        if (current == null)
            return SOONEST;
        Duration rest = Duration.between(clock.instant(), current.dueAt());
        return rest.compareTo(SOONEST) < 0 ? SOONEST : rest.compareTo(LATEST) > 0 ? LATEST : rest;
    }
}
