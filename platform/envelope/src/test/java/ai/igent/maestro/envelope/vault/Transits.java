package ai.igent.maestro.envelope.vault;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;

import io.vertx.core.Vertx;

/** Adapters as the service puts them together. One Vert.x serves all tests of the JVM. */
final class Transits {
    static final Vertx VERTX = Vertx.vertx();

    private Transits() {}

    /** @param settings whole keys of the configuration */
    static VaultTransit of(Map<String, String> settings) {
        return new VaultStart(VERTX, VaultSettings.of(settings), UUID::randomUUID, Clock.systemUTC()).transit();
    }
}
