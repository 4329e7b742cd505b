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
    private static final int BEYOND_INNER = 32_768;
    private static final Set<Integer> HANDED_OUT = ConcurrentHashMap.newKeySet();

    private FreePort() {}

    public static int next() {
        int port = any();
        while (!HANDED_OUT.add(port))
            port = any();
        return port;
    }

    /** For what only a server itself connects to. Of a range of its own: whoever started the server may have handed out other ports that nobody uses yet. */
    static int inner() {
        return anyOf(BEYOND, BEYOND_INNER);
    }

    private static int any() {
        return anyOf(FIRST, BEYOND);
    }

    private static int anyOf(int first, int beyond) {
        int port;
        do
            port = ThreadLocalRandom.current().nextInt(first, beyond);
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
