package ai.igent.maestro.session.lifecycle;

import ai.igent.maestro.session.enrolment.EnrolmentCode;
import ai.igent.maestro.session.session.Session;
import ai.igent.maestro.vocabulary.ReleasedValue;

/** A session with what opens it to its agent and its sandbox. Both are shown once, to the platform. */
record SessionOpening(Session session, ReleasedValue agentToken, EnrolmentCode enrolmentCode) {}
