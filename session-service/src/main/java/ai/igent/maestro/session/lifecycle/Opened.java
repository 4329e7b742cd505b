package ai.igent.maestro.session.lifecycle;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;

import ai.igent.maestro.session.enrolment.EnrolmentCode;
import ai.igent.maestro.session.standing.UseConsents.Used;
import ai.igent.maestro.vocabulary.ReleasedValue;

/**
 * A session as the platform receives it; {@code agentToken} and {@code enrolmentCode} are shown this once. {@code standingConsents} says what came of each that was given for
 * such sessions.
 */
record Opened(SessionView session, ReleasedValue agentToken, EnrolmentCode enrolmentCode,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Used> standingConsents) {
    Opened {
        standingConsents = List.copyOf(standingConsents);
    }
}
