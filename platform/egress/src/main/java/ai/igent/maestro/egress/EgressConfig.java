package ai.igent.maestro.egress;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Limits of calls to addresses outside. */
@ConfigMapping(prefix = "maestro.egress")
public interface EgressConfig {
    /** Ranges that may be called although they are not public, for a server inside the own network. Only they may be called without TLS. */
    Optional<List<String>> allowedRanges();

    /** Address literals, with a port when it is not 53, that are asked for lists of servers; else the machine's own. Addresses come from the machine. */
    Optional<List<String>> nameServers();

    @WithDefault("PT2S")
    Duration connectTimeout();

    /** From the name's resolution to the last byte of the answer. */
    @WithDefault("PT10S")
    Duration callTimeout();

    @WithDefault("64K")
    MemorySize maxAnswer();
}
