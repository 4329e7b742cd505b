package ai.igent.maestro.session.lifecycle;

import java.util.List;

import ai.igent.maestro.session.enrolment.EnrolmentCode;
import ai.igent.maestro.session.session.Session;
import ai.igent.maestro.session.standing.UseConsents.Used;
import ai.igent.maestro.vocabulary.ReleasedValue;

/**
 * A session with what opens it to its agent and its sandbox. Both are shown once, to the platform.
 *
 * @param consents what came of its user's standing consents, if it is new
 */
record SessionOpening(Session session, ReleasedValue agentToken, EnrolmentCode enrolmentCode, List<Used> consents) {
    SessionOpening {
        consents = List.copyOf(consents);
    }

    SessionOpening(Session session, ReleasedValue agentToken, EnrolmentCode enrolmentCode) {
        this(session, agentToken, enrolmentCode, List.of());
    }

    /** The same, as it is after standing consents were used. */
    SessionOpening after(Session now, List<Used> used) {
        return new SessionOpening(now, agentToken, enrolmentCode, used);
    }
}
