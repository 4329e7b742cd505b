package ai.igent.maestro.web.problem;

import java.time.Duration;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;

/**
 * Closes the connection of a request that was answered before its body was read. What is still coming is taken and thrown away for a moment first:
 * closing over unread data resets the connection, and whoever is still sending loses the answer (RFC 9112, section 9.6).
 */
final class LingeringClose {
    private static final Duration LONGEST = Duration.ofSeconds(2);

    private LingeringClose() {}

    static void of(HttpServerRequest request, Vertx vertx) {
        if (request.isEnded()) {
            request.connection().close();
            return;
        }
        long late = vertx.setTimer(LONGEST.toMillis(), waited -> request.connection().close());
        request.exceptionHandler(gone -> vertx.cancelTimer(late)).handler(unread -> {}).endHandler(end -> {
            vertx.cancelTimer(late);
            request.connection().close();
        }).resume();
    }
}
