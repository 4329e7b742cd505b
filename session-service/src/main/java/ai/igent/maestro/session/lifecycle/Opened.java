package ai.igent.maestro.session.lifecycle;

import ai.igent.maestro.session.enrolment.EnrolmentCode;
import ai.igent.maestro.vocabulary.ReleasedValue;

/** A session as the platform receives it; {@code agentToken} and {@code enrolmentCode} are shown this once. */
record Opened(SessionView session, ReleasedValue agentToken, EnrolmentCode enrolmentCode) {}
