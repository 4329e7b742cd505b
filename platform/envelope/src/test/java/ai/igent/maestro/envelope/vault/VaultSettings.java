package ai.igent.maestro.envelope.vault;

import java.util.Map;
import java.util.stream.Collectors;

import io.smallrye.config.SmallRyeConfigBuilder;

/** A {@link VaultConfig} as the service would read it, defaults included. */
final class VaultSettings {
    private static final String PREFIX = "maestro.envelope.vault.";

    private VaultSettings() {}

    static VaultConfig of(Map<String, String> settings) {
        return new SmallRyeConfigBuilder().withMapping(VaultConfig.class)
                .withDefaultValues(
                        settings.entrySet().stream().collect(Collectors.toMap(each -> PREFIX + each.getKey(), Map.Entry::getValue)))
                .build().getConfigMapping(VaultConfig.class);
    }
}
