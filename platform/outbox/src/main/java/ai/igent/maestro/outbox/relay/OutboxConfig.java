package ai.igent.maestro.outbox.relay;

import java.time.Duration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How events are carried and how long their rows stay. */
@ConfigMapping(prefix = "maestro.outbox")
interface OutboxConfig {
    /** How often unsent rows are looked for when nobody rings, and how often a waiting replica tries to take over. */
    @WithDefault("PT0.5S")
    Duration pollEvery();

    /** How long events that come in crowds and nobody waits for, such as records of deliveries, may gather before they are sent together. */
    @WithDefault("PT0.2S")
    Duration gatherFor();

    @WithDefault("500")
    @Min(1)
    @Max(10_000)
    int batchSize();

    /** The longest wait for a broker's acknowledgement before the same messages are tried again. */
    @WithDefault("PT10S")
    Duration sendTimeout();

    /** The first and the longest pause after a failure; pauses double. */
    @WithDefault("PT0.2S")
    Duration retryAfter();

    @WithDefault("PT5S")
    Duration retryAtMostEvery();

    @WithDefault("P7D")
    Duration keepSent();

    @WithDefault("P14D")
    Duration keepProcessed();
}
