package ai.igent.maestro.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A loopback port nobody listens on now, and that was not handed out before: it may not be in use yet. Another process may take it before its user
 * does: start right away. It is of those that no system gives to outgoing connections (Linux gives 32768 and up), so that none of them has it when its user
 * starts later, or again.
 */
public final class FreePort {
    private static final int FIRST = 20_000;
    private static final int BEYOND = 30_000;
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
        int port;
        do
            port = ThreadLocalRandom.current().nextInt(FIRST, BEYOND);
        while (!isFree(port));
        return port;
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (BindException taken) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
