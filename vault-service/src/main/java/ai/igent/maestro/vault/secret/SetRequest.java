package ai.igent.maestro.vault.secret;

import java.util.LinkedHashMap;
import java.util.Map;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import ai.igent.maestro.idempotency.Fingerprint;
import ai.igent.maestro.vocabulary.Environment;
import ai.igent.maestro.vocabulary.InvalidWord;
import ai.igent.maestro.vocabulary.SecretValue;
import ai.igent.maestro.vocabulary.VariableName;

/** The body of {@code POST /v1/secret-sets}. */
record SetRequest(@NotNull String integration, Account account, Environment environment, String organization,
        @NotNull @Size(min = 1, max = 50) Map<String, @NotNull SecretValue> values) {
    /** The values by the variables they are for. */
    Map<VariableName, SecretValue> variables() {
        Map<VariableName, SecretValue> variables = new LinkedHashMap<>();
        values.forEach((name, value) -> variables.put(variable(name), value));
        return variables;
    }

    private static VariableName variable(String name) {
        try {
            return new VariableName(name);
        } catch (InvalidWord unfit) {
            throw new SecretFailure.Unfit("values", "invalid", "as the name of a variable: " + unfit.reason());
        }
    }

    void fingerprint(Fingerprint print) {
        print.add(integration).add(account).add(environment).add(organization);
        values.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(entry -> print.add(entry.getKey()).add(entry.getValue()));
    }
}
