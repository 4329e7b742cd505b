package ai.igent.maestro.console.proxy;

import java.net.URI;
import java.time.Duration;
import java.util.Map;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Where the services are, and how long they may keep a caller waiting. */
@ConfigMapping(prefix = "maestro.console.proxy")
interface ProxyConfig {
    /** The services that can be called, by the name they have in {@code /api/<name>/}. */
    Map<String, URI> services();

    /** For the connection to a service. */
    @WithDefault("2S")
    Duration connectTimeout();

    /** A service that sends nothing for so long is away. Longer than the pause between two signs of life on a stream. */
    @WithDefault("45S")
    Duration silence();

    /** Open connections to each service; streams hold one each. */
    @WithDefault("256")
    int connections();
}
