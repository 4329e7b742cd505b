package ai.igent.maestro.envelope.vault;

import java.time.Clock;

import io.vertx.core.Future;

import ai.igent.maestro.vocabulary.SecretValue;

/** A token from the configuration. Vault is asked how long it lives; when it has ended, so has this service's access. */
final class GivenToken implements VaultLogin {
    private final VaultHttp http;
    private final SecretValue value;
    private final Clock clock;

    GivenToken(VaultHttp http, SecretValue value, Clock clock) {
        this.http = http;
        this.value = value;
        this.clock = clock;
    }

    @Override
    public Future<VaultToken> login() {
        var unknownYet = VaultToken.of(value, clock.instant(), 0, false);
        return http.get("auth/token/lookup-self", unknownYet).map(answer -> answer.as(Found.class).data().token(value, clock));
    }

    private record Found(Token data) {
        Found {
            if (data == null) throw new IllegalArgumentException("no token");
        }
    }

    private record Token(long ttl, boolean renewable) {
        VaultToken token(SecretValue value, Clock clock) {
            return VaultToken.of(value, clock.instant(), ttl, renewable);
        }
    }
}
