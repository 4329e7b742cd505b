package ai.igent.maestro.vault.secret;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.jboss.resteasy.reactive.RestQuery;

import ai.igent.maestro.vocabulary.Environment;
import ai.igent.maestro.vocabulary.InvalidWord;
import ai.igent.maestro.vocabulary.SecretKind;

/** The filters of {@code GET /v1/secrets}; a {@code @BeanParam}. All of those given must hold. */
public class SecretFilter {
    private static final String STORABLE = "[^\\x00]*";

    /** Part of a name, variable, description, account or integration, in any case. */
    @RestQuery
    @Size(max = 200)
    @Pattern(regexp = STORABLE, message = "must not contain NUL")
    String query;
    @RestQuery
    @Size(max = 50)
    @Pattern(regexp = STORABLE, message = "must not contain NUL")
    String tag;
    @RestQuery
    String environment;
    @RestQuery
    @Size(max = 40)
    @Pattern(regexp = STORABLE, message = "must not contain NUL")
    String integration;
    @RestQuery
    @Size(max = 64)
    @Pattern(regexp = STORABLE, message = "must not contain NUL")
    String account;
    @RestQuery
    @Size(max = 200)
    @Pattern(regexp = STORABLE, message = "must not contain NUL")
    String organization;
    @RestQuery
    String kind;
    @RestQuery
    String status;

    Environment environment() {
        return word("environment", environment, Environment::parse);
    }

    SecretKind kind() {
        return word("kind", kind, SecretKind::parse);
    }

    Status status() {
        return word("status", status, Status::parse);
    }

    private static <T> T word(String parameter, String text, java.util.function.Function<String, T> parse) {
        try {
            return text == null ? null : parse.apply(text);
        } catch (InvalidWord unknown) {
            throw new SecretFailure.Unfit(parameter, "invalid", unknown.reason());
        }
    }
}
