package ai.igent.maestro.envelope;

import java.time.Clock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;

/** Chooses the key service at start-up: the external one when it is configured, else the local key ring, which production refuses. */
@ApplicationScoped
class KeyServiceStart {
    private final EnvelopeConfig config;
    private final ExternalKeyService external;
    private final LocalKeyRingStart keyRing;
    private final Clock clock;

    KeyServiceStart(EnvelopeConfig config, ExternalKeyService external, LocalKeyRingStart keyRing, Clock clock) {
        this.config = config;
        this.external = external;
        this.keyRing = keyRing;
        this.clock = clock;
    }

    /** Asks for the keys, which is enough to fail the start instead of the first request. */
    void openEarly(@Observes StartupEvent event, KeyService service) {}

    @Produces
    @Singleton
    KeyService keyService() {
        return keyService(ConfigUtils.isProfileActive("prod"));
    }

    KeyService keyService(boolean production) {
        return external.isConfigured() ? external.open() : KeyService.of(keyRing.keyRing(production));
    }

    @Produces
    @Singleton
    DataKeys dataKeys(KeyService service, MeterRegistry metrics) {
        return new CachingDataKeys(new CountingDataKeys(service.dataKeys(), metrics), config.cache().size(), config.cache().life(), clock);
    }

    @Produces
    @Singleton
    WrappingKey wrappingKey(KeyService service) {
        return service.wrappingKey();
    }
}
