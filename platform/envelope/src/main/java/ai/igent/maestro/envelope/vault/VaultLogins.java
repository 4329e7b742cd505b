package ai.igent.maestro.envelope.vault;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;

import ai.igent.maestro.vocabulary.SecretValue;

import static java.nio.charset.StandardCharsets.UTF_8;

/** The configured way to sign in. What it lacks fails the start and is named. */
final class VaultLogins {
    private static final String PREFIX = "maestro.envelope.vault.authentication.";

    private final Vertx vertx;
    private final VaultHttp http;
    private final VaultConfig.Authentication config;
    private final Clock clock;

    VaultLogins(Vertx vertx, VaultHttp http, VaultConfig.Authentication config, Clock clock) {
        this.vertx = vertx;
        this.http = http;
        this.config = config;
        this.clock = clock;
    }

    VaultLogin configured() {
        return switch (config.method()) {
            case TOKEN -> new GivenToken(http, required(config.token(), "token"), clock);
            case APPROLE -> appRole();
            case KUBERNETES -> kubernetes();
        };
    }

    private VaultLogin appRole() {
        String role = required(config.roleId(), "role-id");
        if (config.secretId().isEmpty()) required(config.secretIdFile(), "secret-id or ...secret-id-file");
        return withCredential(() -> secretId().map(secret -> new JsonObject().put("role_id", role).put("secret_id", secret)));
    }

    private Future<String> secretId() {
        return config.secretId().map(VaultLogins::text).map(Future::succeededFuture)
                .orElseGet(() -> read(config.secretIdFile().orElseThrow()));
    }

    private VaultLogin kubernetes() {
        String role = required(config.role(), "role");
        return withCredential(() -> read(config.serviceAccountTokenFile()).map(jwt -> new JsonObject().put("role", role).put("jwt", jwt)));
    }

    private VaultLogin withCredential(Supplier<Future<JsonObject>> credential) {
        return new CredentialLogin(http, config.mount().orElse(config.method().name().toLowerCase(Locale.ROOT)), credential, clock);
    }

    /** A file that is not there (yet) is as good as a Vault that does not let anybody in. */
    private Future<String> read(Path file) {
        return vertx.fileSystem().readFile(file.toString()).map(content -> content.toString(UTF_8).strip())
                .recover(failure -> Future.failedFuture(new VaultFailure(VaultFailure.Reason.DENIED, failure)));
    }

    private static String text(SecretValue value) {
        return value.borrow(utf8 -> new String(utf8, UTF_8));
    }

    private static <T> T required(Optional<T> setting, String name) {
        return setting.orElseThrow(() -> new IllegalStateException(PREFIX + name + " is not set"));
    }
}
