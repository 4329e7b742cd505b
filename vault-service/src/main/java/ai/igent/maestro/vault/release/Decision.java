package ai.igent.maestro.vault.release;

import ai.igent.maestro.contracts.internal.GrantItem;
import ai.igent.maestro.vault.secret.Secret;
import ai.igent.maestro.vocabulary.SecretValue;

/** What becomes of one item of a grant. */
sealed interface Decision {
    GrantItem item();

    record Release(GrantItem item, Secret secret, SecretValue value) implements Decision {}

    record Refuse(GrantItem item, Refusal refusal) implements Decision {}
}
