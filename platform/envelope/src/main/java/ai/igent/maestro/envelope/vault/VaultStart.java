package ai.igent.maestro.envelope.vault;

import java.time.Clock;

import jakarta.enterprise.context.ApplicationScoped;

import io.vertx.core.Vertx;

import ai.igent.maestro.envelope.ExternalKeyService;
import ai.igent.maestro.envelope.KeyService;
import ai.igent.maestro.vocabulary.IdSource;

/** Puts together the adapter to the configured Vault. */
@ApplicationScoped
class VaultStart implements ExternalKeyService {
    private final Vertx vertx;
    private final VaultConfig config;
    private final IdSource ids;
    private final Clock clock;

    VaultStart(Vertx vertx, VaultConfig config, IdSource ids, Clock clock) {
        this.vertx = vertx;
        this.config = config;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public boolean isConfigured() {
        return config.address().isPresent();
    }

    @Override
    public KeyService open() {
        return KeyService.of(transit());
    }

    VaultTransit transit() {
        var http = new VaultHttp(vertx, config);
        var login = new VaultLogins(vertx, http, config.authentication(), clock).configured();
        return new VaultTransit(new TransitEngine(http, config), new VaultSession(vertx, http, login, clock), config, ids);
    }
}
