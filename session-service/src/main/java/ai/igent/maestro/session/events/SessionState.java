package ai.igent.maestro.session.events;

import java.time.Instant;
import java.util.List;

import ai.igent.maestro.session.candidate.CandidateId;
import ai.igent.maestro.session.session.SessionStatus;
import ai.igent.maestro.vocabulary.RequestId;
import ai.igent.maestro.vocabulary.SessionId;

/**
 * How a session stands at one moment.
 *
 * @param request the newest request and how it stands, both null when there was none
 * @param expiring what ends soon, and {@code expiringAt} when the first of it does; empty and null when nothing does
 */
record SessionState(SessionId session, SessionStatus status, long revision, long appliedRevision, long failedRevision,
        long tokenGeneration, RequestId request, String requestStatus, List<CandidateId> expiring, Instant expiringAt) {
    SessionState {
        expiring = List.copyOf(expiring);
    }

    boolean isOver() {
        return status != SessionStatus.ACTIVE;
    }
}
