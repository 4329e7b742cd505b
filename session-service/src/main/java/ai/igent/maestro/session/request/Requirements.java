package ai.igent.maestro.session.request;

import java.util.EnumSet;
import java.util.Set;

import ai.igent.maestro.vocabulary.Owner;

/** What has to hold beside an unchanged set before a confirmation counts. */
final class Requirements {
    private Requirements() {}

    /**
     * @param mayConfirm the owners whose secrets the person's token may confirm: their own, and organizations it proves membership of
     * @throws RequestFailure naming the first one that does not hold
     */
    static void check(Proposal proposal, Assessment assessment, Set<Acknowledgement> acknowledged, Set<Owner> mayConfirm) {
        if (assessment.tooMany()) throw new RequestFailure.TooManyActive();
        if (!assessment.conflicts().isEmpty()) throw new RequestFailure.VariableConflict(assessment.conflicts());
        Set<Acknowledgement> missing = EnumSet.noneOf(Acknowledgement.class);
        missing.addAll(assessment.needed());
        missing.removeAll(acknowledged);
        if (!missing.isEmpty()) throw new RequestFailure.NotAcknowledged(missing);
        if (!proposal.activate().stream().map(ProposedActivation::owner).allMatch(mayConfirm::contains))
            throw new RequestFailure.NotAMember();
    }
}
