package ai.igent.maestro.injector.bundle;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How long builds live and fetches wait. */
@ConfigMapping(prefix = "maestro.injector.bundle")
interface BundleConfig {
    /** From the start of a build. Without Kafka this is how long an old value may still be handed out. */
    @WithDefault("PT60S")
    Duration lifetime();

    /** Of a build for which an owner did not answer, once it is made: short, so that the next fetch asks again. */
    @WithDefault("PT2S")
    Duration lifetimeIncomplete();

    /** The longest a fetch may wait for a revision. */
    @WithDefault("PT30S")
    Duration longestWait();

    /** How often a waiting fetch asks when no event tells it to. */
    @WithDefault("PT0.5S")
    Duration askAgain();

    /** A connection's token with less left is not handed out; the owner is asked for a fresh one. */
    @WithDefault("PT2M")
    Duration leastTokenLife();

    /** How long after a build the values in it are still masked. */
    @WithDefault("PT10M")
    Duration maskedAfterwards();
}
