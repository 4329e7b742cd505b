package ai.igent.maestro.vault.catalog;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import ai.igent.maestro.vocabulary.Environment;
import ai.igent.maestro.vocabulary.SecretValue;
import ai.igent.maestro.vocabulary.VariableName;

/** All integrations, in the order people see them. */
public final class Catalog {
    private final Map<String, Integration> byId = new LinkedHashMap<>();

    Catalog(Collection<Integration> integrations) {
        integrations.forEach(integration -> byId.put(integration.id(), integration));
    }

    public List<Integration> all() {
        return List.copyOf(byId.values());
    }

    public Optional<Integration> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The integration, or the one for everything that has none. */
    public Integration findOrCustom(String id) {
        return find(id).orElseGet(() -> byId.get(Integration.CUSTOM));
    }

    /** The integration a secret delivered as this variable belongs to, when only one has such a variable. */
    public Optional<Integration> owning(VariableName variable) {
        List<Integration> owning = byId.values().stream().filter(integration -> integration.variable(variable).isPresent()).toList();
        return owning.size() == 1 ? Optional.of(owning.getFirst()) : Optional.empty();
    }

    /** Whether an integration has a variable of this name. */
    public boolean knows(String name) {
        return byId.values().stream().flatMap(integration -> integration.variables().stream())
                .anyMatch(variable -> variable.name().text().equals(name));
    }

    /** What is odd about {@code value}; nothing when the integration does not know the variable. */
    public List<Finding> findings(String integration, VariableName variable, Environment environment, SecretValue value) {
        return find(integration).flatMap(known -> known.variable(variable)).map(known -> known.findings(value, environment))
                .orElse(List.of());
    }
}
