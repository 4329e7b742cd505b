package ai.igent.maestro.oauth.connection;

import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonProperty;

import ai.igent.maestro.vocabulary.Environment;
import ai.igent.maestro.vocabulary.VariableName;

/**
 * A JSON merge patch (RFC 7396) of a connection's labels: what is absent stays, what is null goes back to its default. A class with setters,
 * because only they tell absent from null.
 */
public final class ConnectionPatch {
    private Optional<Optional<VariableName>> variable = Optional.empty();
    private Optional<Optional<AccountLabel>> account = Optional.empty();
    private Optional<Optional<Environment>> environment = Optional.empty();

    @JsonProperty("variable")
    void variable(VariableName given) {
        variable = Optional.of(Optional.ofNullable(given));
    }

    @JsonProperty("account")
    void account(AccountLabel given) {
        account = Optional.of(Optional.ofNullable(given));
    }

    @JsonProperty("environment")
    void environment(Environment given) {
        environment = Optional.of(Optional.ofNullable(given));
    }

    /** @param variableByDefault what a removed variable falls back to */
    Labels applyTo(Labels labels, VariableName variableByDefault) {
        return new Labels(variable.map(given -> given.orElse(variableByDefault)).orElse(labels.variable()),
                account.orElse(labels.account()), environment.orElse(labels.environment()));
    }
}
