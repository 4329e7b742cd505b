package ai.igent.maestro.vault.secret;

import java.util.Map;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import ai.igent.maestro.idempotency.Fingerprint;
import ai.igent.maestro.vocabulary.Environment;
import ai.igent.maestro.vocabulary.SecretValue;
import ai.igent.maestro.vocabulary.VariableName;

/** The body of {@code POST /v1/secret-sets}. */
record SetRequest(@NotNull String integration, Account account, Environment environment, String organization,
        @NotNull @Size(min = 1, max = 50) Map<VariableName, @NotNull SecretValue> values) {
    void fingerprint(Fingerprint print) {
        print.add(integration).add(account).add(environment).add(organization);
        values.entrySet().stream().sorted(Map.Entry.comparingByKey((a, b) -> a.text().compareTo(b.text())))
                .forEach(entry -> print.add(entry.getKey()).add(entry.getValue()));
    }
}
