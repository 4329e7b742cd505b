package ai.igent.maestro.injector.bundle;

import ai.igent.maestro.contracts.internal.GrantItem;
import ai.igent.maestro.vocabulary.VariableName;

/** One active thing that cannot be had now, and why: see docs/reference/bundle-failures.md. */
record Undelivered(GrantItem item, String code) {
    VariableName variable() {
        return item.variable();
    }
}
