package ai.igent.maestro.vault.catalog;

import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonInclude;

import ai.igent.maestro.vocabulary.VariableName;

/**
 * An entry of the catalog, as its file says and as clients read it.
 *
 * @param oauthProvider the kind of provider whose connection serves the same purpose, or null
 * @param git where git may use one of its values as a password, or null
 * @param words what people call it, in lower case
 * @param onLeak what to do when one of its values is known to others, in this order
 */
public record Integration(String id, String name, String category, List<CatalogVariable> variables, String oauthProvider,
        @JsonInclude(JsonInclude.Include.NON_NULL) GitRule git, List<String> words, String leastPrivilege, String howToGet, List<String> onLeak) {
    /** The one whose variables the user names. */
    static final String CUSTOM = "custom";

    public Integration {
        variables = List.copyOf(variables);
        words = List.copyOf(words);
        onLeak = List.copyOf(onLeak);
    }

    public boolean acceptsAnyVariable() {
        return id.equals(CUSTOM);
    }

    public Optional<CatalogVariable> variable(VariableName variable) {
        return variables.stream().filter(known -> known.name().equals(variable)).findFirst();
    }
}
