package ai.igent.maestro.oauth.egress;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Limits of calls to providers. */
@ConfigMapping(prefix = "maestro.oauth.egress")
public interface EgressConfig {
    /** Ranges that may be called although they are not public, for a provider inside the own network. Only they may be called without TLS. */
    Optional<List<String>> allowedRanges();

    @WithDefault("PT2S")
    Duration connectTimeout();

    /** From the name's resolution to the last byte of the answer. */
    @WithDefault("PT10S")
    Duration callTimeout();

    @WithDefault("64K")
    MemorySize maxAnswer();
}
