package ai.igent.maestro.injector.bundle;

import java.time.Instant;

import ai.igent.maestro.contracts.internal.GitUse;
import ai.igent.maestro.vocabulary.VariableName;

/** An active value that git may use, without the value. {@code expiresAt} may be null. */
public record GitCredential(String id, VariableName variable, GitUse use, Instant expiresAt) {
    static GitCredential of(Delivered delivered) {
        return new GitCredential(delivered.item().id(), delivered.variable(), delivered.git(), delivered.expiresAt());
    }
}
