package ai.igent.maestro.envelope.vault;

import java.util.Base64;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;

import ai.igent.maestro.envelope.DataKeyId;
import ai.igent.maestro.vocabulary.Owner;

import static java.nio.charset.StandardCharsets.UTF_8;

/** The calls of Vault's transit engine on this service's own key. Each is one request; failures are {@link VaultFailure}. */
final class TransitEngine {
    private static final int BITS = 256;

    private final VaultHttp http;
    private final String mount;
    private final String key;
    private volatile boolean found;

    TransitEngine(VaultHttp http, VaultConfig config) {
        this.http = http;
        this.mount = config.mount() + "/";
        this.key = config.key();
    }

    Future<TransitAnswers.NewKey> newDataKey(VaultToken token, DataKeyId id, Owner owner) {
        var body = new JsonObject().put("context", context(id, owner)).put("bits", BITS);
        return onFitKey(token).compose(fit -> http.post(mount + "datakey/plaintext/" + key, token, body))
                .map(answer -> answer.as(TransitAnswers.NewKey.class));
    }

    Future<byte[]> decrypt(VaultToken token, DataKeyId id, Owner owner, String ciphertext) {
        return onFitKey(token).compose(fit -> http.post(mount + "decrypt/" + key, token, wrapped(id, owner, ciphertext)))
                .map(answer -> answer.as(TransitAnswers.Unwrapped.class).data().plaintext());
    }

    Future<String> rewrap(VaultToken token, DataKeyId id, Owner owner, String ciphertext) {
        return onFitKey(token).compose(fit -> http.post(mount + "rewrap/" + key, token, wrapped(id, owner, ciphertext)))
                .map(answer -> answer.as(TransitAnswers.Rewrapped.class).data().ciphertext());
    }

    Future<Integer> newestVersion(VaultToken token) {
        return http.get(mount + "keys/" + key, token)
                .map(answer -> answer.as(TransitAnswers.TransitKey.class).requireFit().data().latestVersion())
                .onSuccess(version -> found = true);
    }

    Future<Integer> rotate(VaultToken token) {
        return http.post(mount + "keys/" + key + "/rotate", token, new JsonObject()).compose(rotated -> newestVersion(token));
    }

    /** Asked once: what makes a key fit or unfit is fixed when it is made. */
    private Future<Void> onFitKey(VaultToken token) {
        return found ? Future.succeededFuture() : newestVersion(token).mapEmpty();
    }

    private static JsonObject wrapped(DataKeyId id, Owner owner, String ciphertext) {
        return new JsonObject().put("context", context(id, owner)).put("ciphertext", ciphertext);
    }

    /** {@code owner|id}: unambiguous, because an id cannot contain the bar. Part of the stored format. */
    private static String context(DataKeyId id, Owner owner) {
        return Base64.getEncoder().encodeToString((owner.text() + "|" + id.value()).getBytes(UTF_8));
    }
}
