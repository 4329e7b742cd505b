package ai.igent.maestro.session.request;

import ai.igent.maestro.session.activation.ActiveSet;
import ai.igent.maestro.session.activation.ConsentDuration;
import ai.igent.maestro.session.activation.EndReason;

/** Applies a confirmed proposal to the active set: first what ends, then what begins, so that a variable can change hands. */
final class PutIntoForce {
    private PutIntoForce() {}

    static void of(Proposal proposal, ActiveSet set, String confirmedBy) {
        var leaving = proposal.deactivatedIds();
        set.end(activation -> leaving.contains(activation.candidate()), EndReason.DEACTIVATED);
        for (var item : proposal.activate())
            set.give(item.confirmedBy(confirmedBy, ConsentDuration.end(set.now(), proposal.duration(), item.owner(), set.session())));
    }
}
