package ai.igent.maestro.vault.secret;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;

import jakarta.persistence.Embeddable;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

import ai.igent.maestro.vocabulary.Environment;
import ai.igent.maestro.vocabulary.SecretKind;
import ai.igent.maestro.vocabulary.VariableName;

/**
 * What describes a secret. {@code environment}, {@code integration}, {@code account}, {@code expiresAt} and {@code rotateEvery} may be null;
 * {@code integration} is an id of the catalog.
 */
@Embeddable
public record Labels(SecretName name, VariableName variable, SecretKind kind, String description,
        @JdbcTypeCode(SqlTypes.ARRAY) List<String> tags, Environment environment, String integration, Account account, Instant expiresAt,
        Duration rotateEvery) {
    public Labels {
        tags = List.copyOf(tags);
        expiresAt = expiresAt == null ? null : expiresAt.truncatedTo(ChronoUnit.SECONDS);
    }

    /** Whether a value is judged by these as by {@code earlier}. */
    boolean judgeLike(Labels earlier) {
        return Objects.equals(integration, earlier.integration) && variable.equals(earlier.variable) && environment == earlier.environment
                && kind == earlier.kind;
    }

    /** Whether consent given for {@code earlier} covers these too. Another environment or kind is another thing to consent to. */
    boolean keepConsentGivenFor(Labels earlier) {
        return environment == earlier.environment && kind == earlier.kind;
    }
}
