package ai.igent.maestro.vault.secret;

import jakarta.enterprise.context.ApplicationScoped;

import ai.igent.maestro.envelope.DataKey;
import ai.igent.maestro.envelope.Sealer;

/** Makes a data key that was lent a {@link SecretSeal}. Local: it asks nobody. */
@ApplicationScoped
public class RowSeals {
    private final Sealer sealer;
    private final FirstFormat firstFormat;

    RowSeals(Sealer sealer, FirstFormat firstFormat) {
        this.sealer = sealer;
        this.firstFormat = firstFormat;
    }

    /** Good for as long as {@code key} is lent. */
    SecretSeal under(DataKey key) {
        return new SecretSeal(sealer, key, firstFormat.isBelieved());
    }
}
