package ai.igent.maestro.envelope.vault;

import io.vertx.core.Future;

/** A way to get a token. May be used again at any time; fails with {@link VaultFailure}. */
interface VaultLogin {
    Future<VaultToken> login();
}
