package ai.igent.maestro.session.events;

import java.time.Instant;
import java.util.List;

import ai.igent.maestro.session.candidate.CandidateId;
import ai.igent.maestro.session.session.SessionStatus;
import ai.igent.maestro.vocabulary.RequestId;

/** What a stream says. */
sealed interface Signal {
    /** The session's newest request is this, and stands so. */
    record Requested(RequestId request, String status) implements Signal {}

    /** This revision holds now. */
    record Revision(long revision) implements Signal {}

    /** The sandbox has this revision; or, with outcome {@code failed}, something was left out of it. */
    record Applied(long revision, String outcome) implements Signal {}

    /** These end soon, the first of them at {@code activeUntil}. Told once for each such set. */
    record Expiring(Instant activeUntil, List<CandidateId> ids) implements Signal {}

    record Status(SessionStatus status) implements Signal {}

    /** Nothing new. */
    record Alive() implements Signal {}

    /** Nothing follows: the session is over, or the token. */
    record Over() implements Signal {}
}
