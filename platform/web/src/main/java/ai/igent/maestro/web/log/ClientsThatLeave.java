package ai.igent.maestro.web.log;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.util.Set;
import java.util.logging.Filter;
import java.util.logging.LogRecord;

import io.netty.channel.unix.Errors.NativeIoException;
import io.quarkus.logging.LoggingFilter;
import io.vertx.core.http.HttpClosedException;

/**
 * Passes over what the server logs when a stream's client has gone: an error with its trace, for each. Everything else that these two have to say is
 * let through, a stream's own failure above all.
 */
@LoggingFilter(name = ClientsThatLeave.NAME)
public final class ClientsThatLeave implements Filter {
    static final String NAME = "clients-that-leave";

    private static final Set<String> TELLERS = Set.of("org.jboss.resteasy.reactive.server.handlers.PublisherResponseHandler",
            "io.netty.channel.DefaultChannelPipeline");
    private static final String SOCKETS = "sun.nio.ch.";

    @Override
    public boolean isLoggable(LogRecord line) {
        return !TELLERS.contains(line.getLoggerName()) || !isDeparture(line.getThrown());
    }

    private static boolean isDeparture(Throwable thrown) {
        return switch (thrown) {
            case HttpClosedException closed -> true;
            case ClosedChannelException closed -> true;
            case NativeIoException broken -> true;
            case IOException broken -> broken.getStackTrace().length > 0 && broken.getStackTrace()[0].getClassName().startsWith(SOCKETS);
            case null, default -> false;
        };
    }
}
