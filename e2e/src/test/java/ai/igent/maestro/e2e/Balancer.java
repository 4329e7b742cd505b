package ai.igent.maestro.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** What a Kubernetes service is to its clients: each connection goes to one of the replicas that are ready, in turn. */
final class Balancer implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final List<URI> replicas;
    private final ServerSocket listening;
    private final HttpClient probe = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final AtomicInteger turn = new AtomicInteger();

    Balancer(List<URI> replicas) {
        this.replicas = replicas;
        try {
            listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + listening.getLocalPort());
    }

    private void accept() {
        try {
            while (true) {
                Socket client = listening.accept();
                Thread.ofVirtual().start(() -> serve(client));
            }
        } catch (IOException closed) {
            probe.close();
        }
    }

    private void serve(Socket client) {
        try (client; Socket replica = connect()) {
            Thread answers = Thread.ofVirtual().start(() -> pass(replica, client));
            pass(client, replica);
            answers.join();
        } catch (IOException cut) {
            // the client sees its connection end
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Socket connect() throws IOException {
        for (int tries = 0; tries < replicas.size(); tries++) {
            URI replica = replicas.get(Math.floorMod(turn.getAndIncrement(), replicas.size()));
            if (isReady(replica))
                return new Socket(InetAddress.getLoopbackAddress(), replica.getPort());
        }
        throw new IOException("no replica is ready");
    }

    private boolean isReady(URI replica) {
        try {
            var request = HttpRequest.newBuilder(replica.resolve("/q/health/ready")).timeout(PATIENCE).build();
            return probe.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException away) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void pass(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
            to.shutdownOutput();
        } catch (IOException ended) {
            // the other direction ends by itself
        }
    }

    @Override
    public void close() {
        try {
            listening.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
