package ai.igent.maestro.session.candidate;

import java.time.Instant;

/** What trying the value at its provider showed last. {@code status} is the owner service's word for it: valid, invalid, expired, ... */
public record Verification(String status, Instant at) {
    /** @return null when the value was never tried */
    static Verification of(String status, Instant at) {
        return status == null || at == null ? null : new Verification(status, at);
    }
}
