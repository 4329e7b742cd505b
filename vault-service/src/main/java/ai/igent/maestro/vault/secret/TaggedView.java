package ai.igent.maestro.vault.secret;

/** A secret as it is shown, with the tag that {@link IfMatch} takes for it. */
record TaggedView(SecretView view, String tag) {}
