package ai.igent.maestro.session.diagnosis;

import java.time.Instant;

/** How the last activation of something ended. {@code reason} is an {@code EndReason}'s code. */
record Past(String reason, Instant at) {}
