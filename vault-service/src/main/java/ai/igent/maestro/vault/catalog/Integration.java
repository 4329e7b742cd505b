package ai.igent.maestro.vault.catalog;

import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

import ai.igent.maestro.vocabulary.VariableName;

/**
 * An entry of the catalog, as its file says and, but for how it is verified, as clients read it.
 *
 * @param oauthProvider the kind of provider whose connection serves the same purpose, or null
 * @param git where git may use one of its values as a password, or null
 * @param words what people call it, in lower case
 * @param onLeak what to do when one of its values is known to others, in this order
 * @param onRotate what to do when a new value is due, in this order
 * @param verify how a value is tried, or null when there is no way
 */
public record Integration(String id, String name, String category, List<CatalogVariable> variables, String oauthProvider,
        @JsonInclude(JsonInclude.Include.NON_NULL) GitRule git, List<String> words,
        String leastPrivilege, String howToGet, List<String> onLeak, List<String> onRotate,
        @JsonProperty(access = JsonProperty.Access.WRITE_ONLY) Verification verify) {
    /** The one whose variables the user names. */
    static final String CUSTOM = "custom";

    public Integration {
        variables = List.copyOf(variables);
        words = List.copyOf(words);
        onLeak = List.copyOf(onLeak);
        onRotate = List.copyOf(onRotate);
    }

    public boolean acceptsAnyVariable() {
        return id.equals(CUSTOM);
    }

    public Optional<CatalogVariable> variable(VariableName variable) {
        return variables.stream().filter(known -> known.name().equals(variable)).findFirst();
    }

    public Optional<Verification> verification() {
        return Optional.ofNullable(verify);
    }

    /**
     * Which of its variables a secret delivered as {@code delivered} stands for: that one, or, under a name of the owner's own, the one confidential
     * variable it cannot do without.
     */
    public Optional<VariableName> standsFor(VariableName delivered) {
        return variable(delivered).isPresent() ? Optional.of(delivered) : essential();
    }

    /** The confidential variable it cannot do without, when there is only one. */
    public Optional<VariableName> essential() {
        List<VariableName> essential = variables.stream().filter(CatalogVariable::isEssential).map(CatalogVariable::name).toList();
        return essential.size() == 1 ? Optional.of(essential.getFirst()) : Optional.empty();
    }
}
