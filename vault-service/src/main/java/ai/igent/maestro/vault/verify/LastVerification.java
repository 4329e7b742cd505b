package ai.igent.maestro.vault.verify;

import java.time.Instant;

/** What was found out last about a version of a secret. */
public record LastVerification(long version, VerificationStatus status, Instant at) {}
