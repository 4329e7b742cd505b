package ai.igent.maestro.injector.text;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How texts that are streamed through are watched. */
@ConfigMapping(prefix = "maestro.injector.text")
interface TextConfig {
    /** How often, while a text is read, the token is checked and what is active is asked anew. */
    @WithDefault("PT15S")
    Duration checkEvery();

    /** How long a text is read on with values that cannot be asked anew; then its reading is broken off. */
    @WithDefault("PT10M")
    Duration longestUnchecked();
}
