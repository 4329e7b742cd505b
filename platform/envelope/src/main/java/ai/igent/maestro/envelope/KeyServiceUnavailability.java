package ai.igent.maestro.envelope;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.arc.Unremovable;

import ai.igent.maestro.web.problem.Unavailability;

/** A key service that cannot be asked now is a dependency that is away, not a bug. */
@ApplicationScoped
@Unremovable
class KeyServiceUnavailability implements Unavailability {
    @Override
    public boolean isShownBy(Throwable cause) {
        return cause instanceof EnvelopeFailure.KeysUnavailable;
    }
}
