package ai.igent.maestro.egress;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;

/**
 * Calls an address that somebody configured. The name is resolved once and the call pinned to the address it gave; addresses that are not
 * public are refused unless the configuration allows them; redirects are not followed; time and size are bounded.
 *
 * <p>Fails with an {@link EgressFailure} and nothing else. An answer of any status but a redirect is an answer.
 */
@ApplicationScoped
public class GuardedHttp {
    private final Vertx vertx;
    private final AddressGuard guard;
    private final EgressConfig config;
    private final HttpClient client;

    GuardedHttp(Vertx vertx, AddressGuard guard, EgressConfig config) {
        this.vertx = vertx;
        this.guard = guard;
        this.config = config;
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setVerifyHost(true)
                .setDecompressionSupported(false)
                .setConnectTimeout(Math.toIntExact(config.connectTimeout().toMillis())));
    }

    public Uni<OutgoingAnswer> call(OutgoingCall call) {
        return Uni.createFrom().completionStage(() -> new Exchange(vertx, client, config, call).with(guard).toCompletionStage());
    }

    /** After this time every call has ended. */
    public Duration longestCall() {
        return config.callTimeout();
    }
}
