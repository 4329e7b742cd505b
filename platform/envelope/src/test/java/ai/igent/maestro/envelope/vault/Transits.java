package ai.igent.maestro.envelope.vault;

import java.time.Clock;
import java.util.UUID;

import io.vertx.core.Vertx;

/** Adapters as the service puts them together. One Vert.x serves all tests of the JVM. */
final class Transits {
    static final Vertx VERTX = Vertx.vertx();

    private Transits() {}

    static VaultTransit of(VaultConfig config) {
        return new VaultStart(VERTX, config, UUID::randomUUID, Clock.systemUTC()).transit();
    }
}
