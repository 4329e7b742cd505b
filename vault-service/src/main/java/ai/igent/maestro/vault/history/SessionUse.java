package ai.igent.maestro.vault.history;

import java.time.Instant;

/** A session that was given a secret: when first, when last, and how often. {@code id} is the session's. */
public record SessionUse(String id, Instant firstAt, Instant lastAt, long count) {}
