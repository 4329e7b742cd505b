package ai.igent.maestro.vault.release;

import ai.igent.maestro.contracts.internal.GitUse;
import ai.igent.maestro.contracts.internal.GrantItem;
import ai.igent.maestro.vault.secret.Secret;
import ai.igent.maestro.vocabulary.SecretValue;

/** What becomes of one item of a grant. */
sealed interface Decision {
    GrantItem item();

    /** @param git where git may use the value, or null */
    record Release(GrantItem item, Secret secret, SecretValue value, GitUse git) implements Decision {
        Release usableBy(GitUse use) {
            return new Release(item, secret, value, use);
        }
    }

    record Refuse(GrantItem item, Refusal refusal) implements Decision {}
}
