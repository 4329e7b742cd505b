package ai.igent.maestro.injector.bundle;

import java.time.Instant;

import ai.igent.maestro.contracts.internal.GitUse;
import ai.igent.maestro.contracts.internal.GrantItem;
import ai.igent.maestro.vocabulary.SecretValue;
import ai.igent.maestro.vocabulary.VariableName;

/** One active thing with its value. The bundle it is in wipes the value. {@code git} and {@code expiresAt} may be null. */
record Delivered(GrantItem item, long version, SecretValue value, GitUse git, Instant expiresAt) {
    VariableName variable() {
        return item.variable();
    }
}
