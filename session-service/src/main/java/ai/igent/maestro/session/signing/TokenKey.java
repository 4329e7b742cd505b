package ai.igent.maestro.session.signing;

import ai.igent.maestro.grants.SigningKey;

/** The key that signs agents' and sandboxes' tokens now: fetched before a transaction, used inside it. */
public record TokenKey(SigningKey key) {}
