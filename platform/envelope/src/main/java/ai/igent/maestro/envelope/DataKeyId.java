package ai.igent.maestro.envelope;

import java.util.Objects;
import java.util.UUID;

/** Names a data key in rows and in what was sealed under it. */
public record DataKeyId(UUID value) {
    public DataKeyId {
        Objects.requireNonNull(value);
    }
}
