package ai.igent.maestro.web.problem;

import java.net.ConnectException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.util.concurrent.TimeoutException;

import jakarta.enterprise.context.ApplicationScoped;

import io.vertx.core.VertxException;

/** A peer that cannot be connected, hung up, or did not answer in time. */
@ApplicationScoped
class NetworkUnavailability implements Unavailability {
    @Override
    public boolean isShownBy(Throwable cause) {
        return cause instanceof ConnectException || cause instanceof UnknownHostException || cause instanceof ClosedChannelException
                || cause instanceof TimeoutException || cause instanceof java.net.SocketException
                || cause.getClass() == VertxException.class;
    }
}
