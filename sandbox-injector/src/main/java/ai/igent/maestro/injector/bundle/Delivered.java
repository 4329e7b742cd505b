package ai.igent.maestro.injector.bundle;

import ai.igent.maestro.contracts.internal.GrantItem;
import ai.igent.maestro.vocabulary.SecretValue;
import ai.igent.maestro.vocabulary.VariableName;

/** One active thing with its value. The bundle it is in wipes the value. */
record Delivered(GrantItem item, long version, SecretValue value) {
    VariableName variable() {
        return item.variable();
    }
}
