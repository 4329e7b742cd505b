package ai.igent.maestro.vault.secret;

import ai.igent.maestro.vocabulary.Owner;
import ai.igent.maestro.vocabulary.SecretValue;

/** A secret about to be registered. Whoever made it wipes the value through {@link RegisterSecret}. */
record Draft(Owner owner, Labels labels, SecretValue value) {}
