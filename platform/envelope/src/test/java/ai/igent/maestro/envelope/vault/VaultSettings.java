package ai.igent.maestro.envelope.vault;

import java.util.HashMap;
import java.util.Map;

import io.smallrye.config.SmallRyeConfigBuilder;

/** A {@link VaultConfig} as the service would read it, defaults included. */
final class VaultSettings {
    private static final String PREFIX = "maestro.envelope.vault.";

    private VaultSettings() {}

    /** @param settings whole keys */
    static VaultConfig of(Map<String, String> settings) {
        return new SmallRyeConfigBuilder().withMapping(VaultConfig.class).withDefaultValues(settings).build()
                .getConfigMapping(VaultConfig.class);
    }

    /** The same settings, but {@code key}, without its prefix, is {@code value}. */
    static Map<String, String> with(Map<String, String> settings, String key, String value) {
        var all = new HashMap<>(settings);
        all.put(PREFIX + key, value);
        return all;
    }
}
