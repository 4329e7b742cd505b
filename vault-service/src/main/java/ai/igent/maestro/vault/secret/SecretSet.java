package ai.igent.maestro.vault.secret;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import ai.igent.maestro.vault.catalog.CatalogVariable;
import ai.igent.maestro.vault.catalog.Integration;
import ai.igent.maestro.vocabulary.Owner;
import ai.igent.maestro.vocabulary.SecretKind;
import ai.igent.maestro.vocabulary.SecretValue;
import ai.igent.maestro.vocabulary.VariableName;

/** What an integration makes of the values given for it: complete, with its defaults, in the catalog's order. */
final class SecretSet {
    private final Integration integration;
    private final SetRequest request;
    private final Map<VariableName, SecretValue> given;
    private final Owner owner;

    SecretSet(Integration integration, SetRequest request, Owner owner) {
        this.integration = integration;
        this.request = request;
        this.given = request.variables();
        this.owner = owner;
    }

    List<Draft> drafts() {
        given.keySet().forEach(this::requireKnown);
        List<Draft> drafts = new ArrayList<>();
        completed().forEach((variable, value) -> drafts.add(new Draft(owner, labels(variable), value)));
        return drafts;
    }

    private void requireKnown(VariableName variable) {
        if (!integration.acceptsAnyVariable() && integration.variable(variable).isEmpty())
            throw new SecretFailure.Unfit("values." + variable, "unknown-variable", "the integration has no such variable");
    }

    private Map<VariableName, SecretValue> completed() {
        Map<VariableName, SecretValue> values = new LinkedHashMap<>();
        for (CatalogVariable variable : integration.variables()) {
            SecretValue value = given.get(variable.name());
            if (value != null) values.put(variable.name(), value);
            else if (variable.defaultValue() != null) values.put(variable.name(), SecretValue.of(variable.defaultValue()));
            else if (variable.required())
                throw new SecretFailure.Unfit("values." + variable.name(), "required", "the integration needs this variable");
        }
        given.forEach(values::putIfAbsent);
        return values;
    }

    private Labels labels(VariableName variable) {
        SecretKind kind = integration.variable(variable).map(CatalogVariable::kind).orElse(SecretKind.ENV);
        return new Labels(new SecretName(variable.text()), variable, kind, "", List.of(), request.environment(), integration.id(),
                request.account(), null, null);
    }
}
