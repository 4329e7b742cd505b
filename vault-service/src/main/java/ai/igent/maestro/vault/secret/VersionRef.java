package ai.igent.maestro.vault.secret;

import ai.igent.maestro.envelope.AssociatedData;
import ai.igent.maestro.vocabulary.Owner;
import ai.igent.maestro.vocabulary.SecretId;

/** One version of one owner's secret: what a sealed value is bound to. */
record VersionRef(Owner owner, SecretId secret, long number) {
    AssociatedData associatedData() {
        return new AssociatedData(owner, secret.text(), number);
    }
}
