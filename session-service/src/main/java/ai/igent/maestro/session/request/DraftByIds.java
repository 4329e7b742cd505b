package ai.igent.maestro.session.request;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import ai.igent.maestro.session.activation.Activation;
import ai.igent.maestro.session.activation.ActiveSet;
import ai.igent.maestro.session.activation.ConsentDuration;
import ai.igent.maestro.session.candidate.Candidate;
import ai.igent.maestro.session.candidate.CandidateId;

/** Exactly the ids of a wish; one that cannot be is a failure, because ids are not words that may mean nothing. */
record DraftByIds(Wish.ByIds wish, List<Candidate> described) implements Draft {
    private static final String WHY = "it was asked for by its id";

    @Override
    public Proposal against(ActiveSet set) {
        return new Proposal(activations(set), deactivations(set), List.of(), duration(), List.of());
    }

    private List<ProposedActivation> activations(ActiveSet set) {
        Map<CandidateId, Candidate> known = described.stream().filter(candidate -> set.session().owners().contains(candidate.owner()))
                .collect(Collectors.toMap(Candidate::id, Function.identity()));
        List<ProposedActivation> items = new ArrayList<>();
        for (int at = 0; at < wish.activate().size(); at++) {
            var id = wish.activate().get(at);
            var candidate = known.get(id);
            if (candidate == null || !candidate.isActivatable())
                throw new RequestFailure.NotActivatable("activate[" + at + "]", candidate != null);
            items.add(ProposedActivation.of(candidate, wish.variables().get(id), WHY));
        }
        return items;
    }

    private List<ProposedDeactivation> deactivations(ActiveSet set) {
        Map<CandidateId, Activation> active = set.active().collect(Collectors.toMap(Activation::candidate, Function.identity()));
        List<ProposedDeactivation> items = new ArrayList<>();
        for (int at = 0; at < wish.deactivate().size(); at++) {
            var activation = active.get(wish.deactivate().get(at));
            if (activation == null) throw new RequestFailure.NotActivatable("deactivate[" + at + "]", false);
            items.add(ProposedDeactivation.of(activation, WHY));
        }
        return items;
    }

    private Duration duration() {
        return wish.duration() == null ? ConsentDuration.USUAL : wish.duration();
    }
}
