package ai.igent.maestro.web.problem;

import java.net.ConnectException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.util.concurrent.TimeoutException;

import jakarta.enterprise.context.ApplicationScoped;

import io.netty.channel.unix.Errors.NativeIoException;
import io.vertx.core.VertxException;

/** A peer that cannot be connected, hung up, or did not answer in time, in the words of the JDK's sockets and of Netty's. */
@ApplicationScoped
class NetworkUnavailability implements Unavailability {
    @Override
    public boolean isShownBy(Throwable cause) {
        return switch (cause) {
            case ConnectException refused -> true;
            case UnknownHostException unknown -> true;
            case SocketException reset -> true;
            case NativeIoException reset -> true;
            case ClosedChannelException closed -> true;
            case TimeoutException late -> true;
            default -> cause.getClass() == VertxException.class;
        };
    }
}
