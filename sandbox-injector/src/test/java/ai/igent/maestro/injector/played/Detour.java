package ai.igent.maestro.injector.played;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** An HTTP proxy that leads every CONNECT, wherever it wants to go, to one port of this machine: so a test's server stands for any host. */
public final class Detour implements AutoCloseable {
    private final ServerSocket door;
    private final int port;

    public Detour(int port) {
        this.port = port;
        try {
            door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::admit);
    }

    public String address() {
        return "http://127.0.0.1:" + door.getLocalPort();
    }

    private void admit() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                Thread.ofVirtual().start(() -> lead(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void lead(Socket client) {
        try (client; Socket server = new Socket(InetAddress.getLoopbackAddress(), port)) {
            skipHead(client.getInputStream());
            client.getOutputStream().write("HTTP/1.1 200 Connected\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            Thread there = Thread.ofVirtual().start(() -> carry(client, server));
            carry(server, client);
            there.join();
        } catch (IOException cut) {
            // whoever waits for it notices
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void skipHead(InputStream request) throws IOException {
        for (int newlines = 0, each; newlines < 2 && (each = request.read()) >= 0;)
            if (each == '\n') newlines++;
            else if (each != '\r') newlines = 0;
    }

    private static void carry(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
            to.shutdownOutput();
        } catch (IOException cut) {
            // the other direction ends too
        }
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
