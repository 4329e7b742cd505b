package ai.igent.maestro.session.retention;

import jakarta.validation.Validation;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.validator.BeanValidationConfigValidator;

import static java.util.Map.of;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RetentionConfigTest {
    private static final String PREFIX = "maestro.session.retention.";

    /** For a day, a request that is sent again is answered with what it made. */
    @ParameterizedTest
    @ValueSource(strings = {"ended", "spent"})
    void lessThanADayIsRefusedByItsName(String key) {
        assertThatThrownBy(() -> read(key, "PT23H59M")).isInstanceOf(ConfigValidationException.class).hasMessageContaining(PREFIX + key);
    }

    @Test
    void aDayIsEnough() {
        assertThat(read("ended", "P1D").ended()).hasDays(1);
    }

    private static RetentionConfig read(String key, String stay) {
        try (var validators = Validation.buildDefaultValidatorFactory()) {
            BeanValidationConfigValidator validator = validators::getValidator;
            return new SmallRyeConfigBuilder().withMapping(RetentionConfig.class).withValidator(validator)
                    .withSources(new PropertiesConfigSource(of(PREFIX + key, stay), "test", 500)).build()
                    .getConfigMapping(RetentionConfig.class);
        }
    }
}
