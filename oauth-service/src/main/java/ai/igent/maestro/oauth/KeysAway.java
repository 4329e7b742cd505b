package ai.igent.maestro.oauth;

import jakarta.enterprise.context.ApplicationScoped;

import ai.igent.maestro.envelope.EnvelopeFailure;
import ai.igent.maestro.web.problem.Unavailability;

/** Without the key service nothing can be sealed or opened; that passes. */
@ApplicationScoped
class KeysAway implements Unavailability {
    @Override
    public boolean isShownBy(Throwable cause) {
        return cause instanceof EnvelopeFailure.KeysUnavailable;
    }
}
