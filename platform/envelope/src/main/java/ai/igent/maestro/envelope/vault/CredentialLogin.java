package ai.igent.maestro.envelope.vault;

import java.time.Clock;
import java.util.function.Supplier;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;

/** Shows a credential to one of Vault's authentication methods, which answers with a token: AppRole and Kubernetes. */
final class CredentialLogin implements VaultLogin {
    private final VaultHttp http;
    private final String path;
    private final Supplier<Future<JsonObject>> credential;
    private final Clock clock;

    /** @param credential asked at each login: it may be replaced while the service runs */
    CredentialLogin(VaultHttp http, String mount, Supplier<Future<JsonObject>> credential, Clock clock) {
        this.http = http;
        this.path = "auth/" + mount + "/login";
        this.credential = credential;
        this.clock = clock;
    }

    @Override
    public Future<VaultToken> login() {
        return credential.get().compose(shown -> http.post(path, shown))
                .map(answer -> answer.as(AuthAnswer.class).auth().token(clock.instant()));
    }
}
