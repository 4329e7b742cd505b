package ai.igent.maestro.vault.secret;

import ai.igent.maestro.envelope.AssociatedData;
import ai.igent.maestro.vocabulary.Owner;
import ai.igent.maestro.vocabulary.SecretId;

/** One version of one owner's secret: what a sealed value is bound to. */
record VersionRef(Owner owner, SecretId secret, long number) {
    /** For the digest of the value: never the same as the value's, so that neither opens in place of the other. */
    AssociatedData digestData() {
        return new AssociatedData(owner, secret.text() + "-digest", number);
    }

    AssociatedData associatedData() {
        return new AssociatedData(owner, secret.text(), number);
    }
}
