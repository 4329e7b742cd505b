package ai.igent.maestro.web.problem;

import java.io.IOException;

/** A client that went away, or did not go on, while its body was read. The server says so by an exception like any other; only where it comes from tells. */
final class AbandonedBody {
    private static final String READER = "org.jboss.resteasy.reactive.server.vertx.VertxInputStream";

    private AbandonedBody() {}

    static boolean isShownBy(Throwable failure) {
        StackTraceElement[] trace = failure.getStackTrace();
        return failure instanceof IOException && trace.length > 0 && trace[0].getClassName().startsWith(READER);
    }
}
