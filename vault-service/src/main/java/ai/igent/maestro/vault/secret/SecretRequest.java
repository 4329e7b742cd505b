package ai.igent.maestro.vault.secret;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import ai.igent.maestro.idempotency.Fingerprint;
import ai.igent.maestro.vault.catalog.Catalog;
import ai.igent.maestro.vault.catalog.Integration;
import ai.igent.maestro.vocabulary.Environment;
import ai.igent.maestro.vocabulary.InvalidWord;
import ai.igent.maestro.vocabulary.SecretKind;
import ai.igent.maestro.vocabulary.SecretValue;
import ai.igent.maestro.vocabulary.VariableName;
import ai.igent.maestro.web.identity.Caller;

/** The body of {@code POST /v1/secrets}. Only {@code name} and {@code value} are needed; the catalog helps with the rest. */
record SecretRequest(@NotNull SecretName name, @NotNull SecretValue value, SecretKind kind, VariableName variable,
        @Size(max = 1000) String description, @Size(max = 20) List<@NotNull Tag> tags, Environment environment, String integration,
        Account account, String organization, Instant expiresAt, Duration rotateEvery) {
    Draft draft(Caller.Person caller, Catalog catalog) {
        VariableName deliveredAs = variable == null ? variableNamedLike(name) : variable;
        Optional<Integration> known = integration == null
                ? catalog.owning(deliveredAs)
                : Optional.of(Terms.integration(catalog, integration));
        var labels = new Labels(name, deliveredAs, kindOf(deliveredAs, known), description == null ? "" : description, Terms.texts(tags),
                environment, known.map(Integration::id).orElse(null), account, expiresAt, Terms.period(rotateEvery));
        return new Draft(Access.newOwner(caller, organization), labels, value);
    }

    private SecretKind kindOf(VariableName deliveredAs, Optional<Integration> known) {
        if (kind != null) return kind;
        return known.flatMap(entry -> entry.variable(deliveredAs)).map(entry -> entry.kind()).orElse(SecretKind.ENV);
    }

    private static VariableName variableNamedLike(SecretName name) {
        try {
            return new VariableName(name.text());
        } catch (InvalidWord unfit) {
            throw new SecretFailure.Unfit("name", "invalid", "as the variable it is delivered as: " + unfit.reason());
        }
    }

    void fingerprint(Fingerprint print) {
        print.add(name.text()).add(value).add(kind).add(variable).add(description).add(tags).add(environment).add(integration).add(account)
                .add(organization).add(expiresAt).add(rotateEvery);
    }
}
