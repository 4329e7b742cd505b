package ai.igent.maestro.vault.secret;

import java.time.Instant;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;

/** Which seals of rows are believed. */
@ConfigMapping(prefix = "maestro.vault.seals")
interface SealConfig {
    /** Until when a row is believed that an earlier release sealed without all of its labels; not at all when absent. At most thirty days ahead. */
    Optional<Instant> firstFormatUntil();
}
