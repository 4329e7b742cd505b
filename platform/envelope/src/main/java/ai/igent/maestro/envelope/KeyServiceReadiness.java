package ai.igent.maestro.envelope;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;

/** A service that cannot have keys unwrapped is not ready. Asks what shows that the key service is there and lets this service in. */
@Readiness
@ApplicationScoped
class KeyServiceReadiness implements AsyncHealthCheck {
    private static final String NAME = "key service";

    private final WrappingKey wrappingKey;

    KeyServiceReadiness(WrappingKey wrappingKey) {
        this.wrappingKey = wrappingKey;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return wrappingKey.newestVersion().map(version -> true).onFailure(EnvelopeFailure.KeysUnavailable.class).recoverWithItem(false)
                .map(up -> HealthCheckResponse.named(NAME).status(up).build());
    }
}
