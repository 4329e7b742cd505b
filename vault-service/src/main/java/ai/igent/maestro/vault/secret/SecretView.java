package ai.igent.maestro.vault.secret;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.databind.annotation.JsonSerialize;

import ai.igent.maestro.vocabulary.Environment;
import ai.igent.maestro.vocabulary.Owner;
import ai.igent.maestro.vocabulary.SecretId;
import ai.igent.maestro.vocabulary.SecretKind;
import ai.igent.maestro.vocabulary.VariableName;

/** A secret as its owner sees it; never a value. {@code hint} is what a secret of kind variable holds, which is not confidential; else null. */
@JsonSerialize(using = SecretViewWriter.class)
record SecretView(SecretId id, SecretName name, VariableName variable, SecretKind kind, String description, List<String> tags,
        Environment environment, String integration, Account account, String hint, Owner owner, long version, Status status,
        List<Warning> warnings,
        Instant expiresAt, Duration rotateEvery, Instant rotationDueAt, Instant createdAt, Instant updatedAt) {
    static SecretView of(Secret secret, Instant now) {
        Labels labels = secret.labels();
        return new SecretView(secret.id(), labels.name(), labels.variable(), labels.kind(), labels.description(), labels.tags(),
                labels.environment(), labels.integration(), labels.account(), null, secret.owner(), secret.version(), secret.status(now),
                Warning.of(secret, now), labels.expiresAt(), labels.rotateEvery(), secret.rotationDueAt().orElse(null), secret.createdAt,
                secret.updatedAt);
    }

    SecretView withHint(String shown) {
        return new SecretView(id, name, variable, kind, description, tags, environment, integration, account, shown, owner, version, status,
                warnings, expiresAt, rotateEvery, rotationDueAt, createdAt, updatedAt);
    }
}
