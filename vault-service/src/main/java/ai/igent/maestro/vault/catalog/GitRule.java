package ai.igent.maestro.vault.catalog;

import java.util.Objects;

import ai.igent.maestro.vocabulary.VariableName;

/**
 * Where git may use a value of an integration as a password.
 *
 * @param variable the one whose value that is
 * @param username what the host wants to be told
 * @param host of the integration, when nobody runs their own
 * @param addressVariable holds the address of one's own host, or null
 */
public record GitRule(VariableName variable, String username, String host, VariableName addressVariable) {
    public GitRule {
        Objects.requireNonNull(variable);
        Objects.requireNonNull(username);
        Objects.requireNonNull(host);
    }
}
