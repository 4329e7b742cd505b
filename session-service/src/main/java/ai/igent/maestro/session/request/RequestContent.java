package ai.igent.maestro.session.request;

import java.util.List;

/** A proposal as it was shown, with what had to be said about it then. Stored whole with its request. */
record RequestContent(Proposal proposal, List<Conflict> conflicts, List<Notice> warnings) {
    RequestContent {
        conflicts = List.copyOf(conflicts);
        warnings = List.copyOf(warnings);
    }

    static RequestContent of(Proposal proposal, Assessment assessment) {
        return new RequestContent(proposal, assessment.conflicts(), assessment.notices(proposal));
    }
}
