package ai.igent.maestro.vault.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

import com.fasterxml.jackson.annotation.JsonProperty;

import ai.igent.maestro.vocabulary.Environment;
import ai.igent.maestro.vocabulary.SecretKind;
import ai.igent.maestro.vocabulary.SecretValue;
import ai.igent.maestro.vocabulary.VariableName;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * One variable of an integration.
 *
 * @param defaultValue filled in when a set is registered without it, or null; only what is not confidential has one
 * @param pattern what a value looks like, or null
 * @param findings what else may be odd about a value
 */
public record CatalogVariable(VariableName name, SecretKind kind, boolean required, @JsonProperty("default") String defaultValue,
        String pattern,
        String example, boolean sensitive, List<FindingRule> findings) {
    public CatalogVariable {
        Objects.requireNonNull(name);
        Objects.requireNonNull(kind);
        if (pattern != null) Pattern.compile(pattern);
        findings = findings == null ? List.of() : List.copyOf(findings);
    }

    /** Whether the integration is nothing without it, and it is confidential. */
    boolean isEssential() {
        return required && sensitive;
    }

    List<Finding> findings(SecretValue value, Environment environment) {
        List<Finding> found = new ArrayList<>();
        if (!fits(value)) found.add(Finding.FORMAT);
        findings.stream().filter(rule -> rule.finds(value, environment)).map(FindingRule::code).forEach(found::add);
        return found;
    }

    /** Whether {@code value} looks like one of these. The text made for the comparison does not leave this method. */
    boolean fits(SecretValue value) {
        return pattern == null || value.borrow(utf8 -> Pattern.compile(pattern).matcher(new String(utf8, UTF_8)).find());
    }
}
