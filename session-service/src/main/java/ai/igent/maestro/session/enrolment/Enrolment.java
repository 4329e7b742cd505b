package ai.igent.maestro.session.enrolment;

import java.time.Instant;

import ai.igent.maestro.vocabulary.ReleasedValue;
import ai.igent.maestro.vocabulary.SessionId;

/** What a sandbox has to know of its session. */
public record Enrolment(SessionId session, ReleasedValue sandboxToken, Instant expiresAt) {}
