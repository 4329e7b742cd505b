package ai.igent.maestro.injector.together;

import java.time.Duration;

import jakarta.validation.constraints.Min;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How fetches at once share their calls of another service. */
@ConfigMapping(prefix = "maestro.injector.together")
public interface TogetherConfig {
    @Min(1)
    @WithDefault("2")
    int callsAtOnce();

    /** How many questions make a call at once while another is under way; fewer wait a moment for more. */
    @Min(1)
    @WithDefault("8")
    int company();

    @Min(1)
    @WithDefault("2000")
    int waitingAtMost();

    /** How long somebody waits for a shared call, its turn included. */
    @WithDefault("PT3S")
    Duration patience();
}
