package ai.igent.maestro.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A loopback port nobody listens on now, and that was not handed out before: it may not be in use yet. Another process may take it before its user
 * does: start right away.
 */
public final class FreePort {
    private static final Set<Integer> HANDED_OUT = ConcurrentHashMap.newKeySet();

    private FreePort() {}

    public static int next() {
        int port = any();
        while (!HANDED_OUT.add(port))
            port = any();
        return port;
    }

    /** Not {@code taken} either, which somebody else handed out. */
    static int otherThan(int taken) {
        HANDED_OUT.add(taken);
        return next();
    }

    private static int any() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
