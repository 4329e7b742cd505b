package ai.igent.maestro.console.proxy;

import java.net.URI;
import java.util.Optional;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.oidc.AccessTokenCredential;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.PoolOptions;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyOptions;

/** The services behind the console, and the connections to them. Bodies stream in both directions. */
@ApplicationScoped
class Services {
    private static final int WAITING_CALLS = 1000;

    private final ProxyConfig config;
    private final HttpClient client;

    Services(Vertx vertx, ProxyConfig config) {
        this.config = config;
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setConnectTimeout(Math.toIntExact(config.connectTimeout().toMillis())),
                new PoolOptions().setHttp1MaxSize(config.connections()).setMaxWaitQueueSize(WAITING_CALLS));
    }

    Optional<URI> find(String service) {
        return Optional.ofNullable(config.services().get(service));
    }

    /** Passes {@code request} on and its answer back; a service that is away is a problem, never a failure. */
    void forward(HttpServerRequest request, Destination destination, AccessTokenCredential token, Passage passage) {
        HttpProxy.reverseProxy(new ProxyOptions().setSupportWebSocket(false), client)
                .origin(context -> context.client().request(destination.connection().setIdleTimeout(config.silence().toMillis())))
                .addInterceptor(new Forwarding(destination, token, passage))
                .handle(request);
    }

    @PreDestroy
    void close() {
        client.close();
    }
}
