package ai.igent.maestro.vault.secret;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import com.fasterxml.jackson.annotation.JsonProperty;

import ai.igent.maestro.vault.catalog.Catalog;
import ai.igent.maestro.vocabulary.Environment;
import ai.igent.maestro.vocabulary.SecretKind;
import ai.igent.maestro.vocabulary.VariableName;

/**
 * A JSON merge patch (RFC 7396) of what describes a secret. A field that is absent stays null here and keeps what is; one that is JSON null is empty
 * here and removes it, which name, variable and kind refuse.
 */
final class LabelsPatch {
    @JsonProperty
    Optional<SecretName> name;
    @JsonProperty
    Optional<VariableName> variable;
    @JsonProperty
    Optional<SecretKind> kind;
    @JsonProperty
    Optional<@Size(max = 1000) String> description;
    @JsonProperty
    Optional<@Size(max = 20) List<@NotNull Tag>> tags;
    @JsonProperty
    Optional<Environment> environment;
    @JsonProperty
    Optional<String> integration;
    @JsonProperty
    Optional<Account> account;
    @JsonProperty
    Optional<Instant> expiresAt;
    @JsonProperty
    Optional<Duration> rotateEvery;

    Labels of(Labels old, Catalog catalog) {
        if (integration != null && integration.isPresent()) Terms.integration(catalog, integration.get());
        return new Labels(needed("name", name, old.name()), needed("variable", variable, old.variable()), needed("kind", kind, old.kind()),
                description == null ? old.description() : description.orElse(""),
                tags == null ? old.tags() : Terms.texts(tags.orElse(null)),
                optional(environment, old.environment()), optional(integration, old.integration()), optional(account, old.account()),
                optional(expiresAt, old.expiresAt()), Terms.period(optional(rotateEvery, old.rotateEvery())));
    }

    private static <T> T optional(Optional<T> patch, T old) {
        return patch == null ? old : patch.orElse(null);
    }

    private static <T> T needed(String field, Optional<T> patch, T old) {
        if (patch == null) return old;
        return patch.orElseThrow(() -> new SecretFailure.Unfit(field, "required", "cannot be removed"));
    }
}
