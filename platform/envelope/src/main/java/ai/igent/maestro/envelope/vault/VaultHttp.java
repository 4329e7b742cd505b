package ai.igent.maestro.envelope.vault;

import java.net.URI;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonObject;
import io.vertx.core.net.PemTrustOptions;

import ai.igent.maestro.envelope.vault.VaultFailure.Reason;

/**
 * One request to Vault and its answer, bounded in time and size. Failures are {@link VaultFailure}. Nothing is repeated, and no redirect is followed:
 * it would carry the token elsewhere.
 */
final class VaultHttp {
    private static final int CONNECTIONS = 32;
    private static final int WAITING = 2000;

    private final HttpClient client;
    private final URI address;
    private final Optional<String> namespace;
    private final long patience;

    VaultHttp(Vertx vertx, VaultConfig config) {
        this.address = VaultAddress.of(config);
        this.namespace = config.namespace();
        this.patience = config.callTimeout().toMillis();
        var options = new HttpClientOptions().setConnectTimeout((int) config.connectTimeout().toMillis()).setMaxPoolSize(CONNECTIONS)
                .setMaxWaitQueueSize(WAITING);
        config.caFile().ifPresent(file -> options.setTrustOptions(new PemTrustOptions().addCertPath(file.toString())));
        this.client = vertx.createHttpClient(options);
    }

    Future<VaultAnswer> get(String path, VaultToken token) {
        return exchange(HttpMethod.GET, path, Optional.of(token), Buffer.buffer());
    }

    Future<VaultAnswer> post(String path, VaultToken token, JsonObject body) {
        return exchange(HttpMethod.POST, path, Optional.of(token), body.toBuffer());
    }

    /** Without a token: for signing in. */
    Future<VaultAnswer> post(String path, JsonObject body) {
        return exchange(HttpMethod.POST, path, Optional.empty(), body.toBuffer());
    }

    private Future<VaultAnswer> exchange(HttpMethod method, String path, Optional<VaultToken> token, Buffer body) {
        var target = new RequestOptions().setMethod(method).setAbsoluteURI(address + "/v1/" + path).setTimeout(patience);
        namespace.ifPresent(name -> target.putHeader("X-Vault-Namespace", name));
        token.ifPresent(known -> target.putHeader("X-Vault-Token", known.header()));
        target.putHeader("X-Vault-Request", "true");
        return client.request(target)
                .compose(request -> answer(request, body))
                .timeout(patience, TimeUnit.MILLISECONDS)
                .recover(failure -> Future.failedFuture(named(failure)))
                .compose(answer -> answer.isGood() ? Future.succeededFuture(answer) : Future.failedFuture(answer.failure()));
    }

    private static Future<VaultAnswer> answer(HttpClientRequest request, Buffer body) {
        return request.send(body).compose(response -> new BoundedBody(request, response).whole()
                .map(bytes -> new VaultAnswer(response.statusCode(), bytes)));
    }

    private static VaultFailure named(Throwable failure) {
        return switch (failure) {
            case VaultFailure known -> known;
            case TimeoutException late -> new VaultFailure(Reason.LATE, late);
            default -> new VaultFailure(Reason.UNREACHABLE, failure);
        };
    }
}
