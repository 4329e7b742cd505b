package ai.igent.maestro.vault.verify;

import java.util.Map;

import org.junit.jupiter.api.Test;

import io.smallrye.config.SmallRyeConfigBuilder;

import ai.igent.maestro.vault.catalog.Verification;
import ai.igent.maestro.vocabulary.VariableName;

import static org.assertj.core.api.Assertions.assertThat;

class TryAtProviderTest {
    private static final Verification DATABASE = new Verification.DatabaseConnection(new VariableName("DATABASE_URL"), "postgresql");

    @Test
    void databasesAreOffUnlessTheConfigurationAllowsThem() {
        assertThat(provider(Map.of()).obstacle(DATABASE)).contains(Explanation.DATABASES_OFF);
        assertThat(provider(Map.of("maestro.vault.verify.databases", "true")).obstacle(DATABASE)).isEmpty();
    }

    private static TryAtProvider provider(Map<String, String> settings) {
        var config = new SmallRyeConfigBuilder().withMapping(VerifyConfig.class).withDefaultValues(settings).build()
                .getConfigMapping(VerifyConfig.class);
        return new TryAtProvider(null, null, null, null, null, config);
    }
}
