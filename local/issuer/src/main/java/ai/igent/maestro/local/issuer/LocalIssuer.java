package ai.igent.maestro.local.issuer;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** Serves every realm under its name, on the loopback address. */
public final class LocalIssuer implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(LocalIssuer.class.getName());

    private final HttpServer server;

    private LocalIssuer(HttpServer server) {
        this.server = server;
    }

    static LocalIssuer start(Settings settings, Clock clock) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), settings.port()), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        String origin = "http://localhost:" + server.getAddress().getPort();
        for (Realm realm : settings.realms()) {
            var endpoints = new RealmEndpoints(realm, origin + "/" + realm.name(), settings, clock);
            server.createContext("/" + realm.name() + "/", exchange -> handle(exchange, endpoints));
        }
        server.start();
        return new LocalIssuer(server);
    }

    private static void handle(HttpExchange exchange, RealmEndpoints endpoints) throws IOException {
        try (exchange) {
            answer(exchange, endpoints).send(exchange);
        }
    }

    private static Reply answer(HttpExchange exchange, RealmEndpoints endpoints) throws IOException {
        try {
            return endpoints.answer(exchange);
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "a request failed", e);
            return Reply.text(500, "That did not work.");
        }
    }

    int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    static void main() throws IOException {
        start(Settings.from(System.getenv()), Clock.systemUTC());
    }
}
