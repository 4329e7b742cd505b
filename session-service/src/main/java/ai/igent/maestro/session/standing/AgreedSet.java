package ai.igent.maestro.session.standing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import ai.igent.maestro.session.candidate.Candidate;
import ai.igent.maestro.session.candidate.CandidateId;
import ai.igent.maestro.session.request.Conflict;
import ai.igent.maestro.session.request.Proposal;
import ai.igent.maestro.session.request.ProposedActivation;
import ai.igent.maestro.session.request.RequestFailure;
import ai.igent.maestro.vocabulary.VariableName;

/** Makes the exact set of a wish, from what the owners say now. */
final class AgreedSet {
    private static final String WHY = "it was agreed to in advance";

    private AgreedSet() {}

    /** @throws ai.igent.maestro.web.problem.Failure when something cannot be agreed to */
    static Proposal of(NewConsent wish, List<Candidate> described) {
        Map<CandidateId, Candidate> known = described.stream().collect(Collectors.toMap(Candidate::id, Function.identity()));
        List<ProposedActivation> items = new ArrayList<>();
        for (int at = 0; at < wish.activate().size(); at++)
            items.add(item(wish, known.get(wish.activate().get(at)), "activate[" + at + "]"));
        requireNoConflict(items);
        return Proposal.toActivate(items, wish.duration());
    }

    private static ProposedActivation item(NewConsent wish, Candidate candidate, String field) {
        if (candidate == null || !candidate.isActivatable()) throw new RequestFailure.NotActivatable(field, candidate != null);
        if (candidate.isProduction()) throw new StandingFailure.Production(field);
        return ProposedActivation.of(candidate, wish.variables().get(candidate.id()), WHY);
    }

    private static void requireNoConflict(List<ProposedActivation> items) {
        Map<VariableName, ProposedActivation> claimed = new HashMap<>();
        for (var item : items) {
            var other = claimed.putIfAbsent(item.variable(), item);
            if (other != null)
                throw new RequestFailure.VariableConflict(List.of(
                        new Conflict(item.variable(), List.of(other.id(), item.id()), List.of(other.name(), item.name()))));
        }
    }
}
