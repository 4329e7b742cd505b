package ai.igent.maestro.session.request;

import java.util.EnumSet;
import java.util.Set;

import ai.igent.maestro.vocabulary.Owner;
import ai.igent.maestro.web.identity.Caller;

/** What has to hold beside an unchanged set before a confirmation counts. */
final class Requirements {
    private Requirements() {}

    /** @throws RequestFailure naming the first one that does not hold */
    static void check(Proposal proposal, Assessment assessment, Set<Acknowledgement> acknowledged, Caller.Person person) {
        if (!assessment.conflicts().isEmpty()) throw new RequestFailure.VariableConflict(assessment.conflicts());
        Set<Acknowledgement> missing = EnumSet.noneOf(Acknowledgement.class);
        missing.addAll(assessment.needed());
        missing.removeAll(acknowledged);
        if (!missing.isEmpty()) throw new RequestFailure.NotAcknowledged(missing);
        if (!proposal.activate().stream().allMatch(item -> mayConfirm(person, item.owner()))) throw new RequestFailure.NotAMember();
    }

    private static boolean mayConfirm(Caller.Person person, Owner owner) {
        return switch (owner.kind()) {
            case USER -> owner.equals(person.owner());
            case ORGANIZATION -> person.isMemberOf(owner.id());
        };
    }
}
