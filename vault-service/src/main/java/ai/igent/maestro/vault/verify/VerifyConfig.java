package ai.igent.maestro.vault.verify;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;

/** Where and how often values are tried. */
@ConfigMapping(prefix = "maestro.vault.verify")
public interface VerifyConfig {
    /** By the integration's id. */
    @WithParentName
    Map<String, Target> integrations();

    /** Between two attempts with one secret. */
    @WithDefault("PT10S")
    Duration pause();

    /** How many attempts an owner has in a minute, whatever the secrets. */
    @WithDefault("30")
    int attemptsPerMinute();

    /** Whether this service connects to databases that owners name. */
    @WithDefault("false")
    boolean databases();

    /** The longest a database may take to accept a connection. */
    @WithDefault("PT5S")
    Duration databaseTimeout();

    /** How one integration is reached. */
    interface Target {
        /** Instead of the catalog's address. */
        Optional<URI> baseUrl();
    }
}
