package ai.igent.maestro.rewrap;

import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;

import ai.igent.maestro.envelope.DataKeyInventory;

/**
 * Shows which version of the wrapping key is the oldest that a stored data key still needs: {@code maestro.data.keys.oldest.version}, with the service's name. Not a number until
 * it was looked for, and when there is no data key: then nothing says that a version may go.
 */
@Startup
@Singleton
class OldestVersion {
    private final DataKeyInventory inventory;
    private volatile double version = Double.NaN;

    OldestVersion(DataKeyInventory inventory, MeterRegistry metrics, @ConfigProperty(name = "quarkus.application.name") String service) {
        this.inventory = inventory;
        metrics.gauge("maestro.data.keys.oldest.version", Tags.of("service", service), this, oldest -> oldest.version);
    }

    @Scheduled(every = "10s", delayed = "5s", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> look() {
        return inventory.oldestVersion().invoke(found -> version = found.map(Integer::doubleValue).orElse(Double.NaN))
                .onFailure().invoke(unknown -> version = Double.NaN).replaceWithVoid();
    }
}
