package ai.igent.maestro.session.request;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import ai.igent.maestro.session.activation.Activation;
import ai.igent.maestro.session.activation.ActiveSet;
import ai.igent.maestro.session.candidate.Candidate;
import ai.igent.maestro.session.candidate.CandidateId;
import ai.igent.maestro.session.phrase.Choice;

/** What a request proposes: complete enough to be shown, hashed and confirmed. {@code notices} are what its making had to say. */
public record Proposal(List<ProposedActivation> activate, List<ProposedDeactivation> deactivate, List<Choice> choices, Duration duration,
        List<Notice> notices) {
    public Proposal {
        activate = List.copyOf(activate);
        deactivate = List.copyOf(deactivate);
        choices = List.copyOf(choices);
        notices = List.copyOf(notices);
    }

    /** Nothing but to activate these. */
    public static Proposal toActivate(List<ProposedActivation> items, Duration duration) {
        return new Proposal(items, List.of(), List.of(), duration, List.of());
    }

    RequestStatus status() {
        if (!choices.isEmpty()) return RequestStatus.AMBIGUOUS;
        return activate.isEmpty() && deactivate.isEmpty() ? RequestStatus.NO_MATCH : RequestStatus.PROPOSED;
    }

    public Set<CandidateId> activatedIds() {
        return activate.stream().map(ProposedActivation::id).collect(Collectors.toSet());
    }

    Set<CandidateId> deactivatedIds() {
        return deactivate.stream().map(ProposedDeactivation::id).collect(Collectors.toSet());
    }

    /**
     * The same wish for things as they are now. What can no longer be activated, or is no longer active, is not part of it.
     *
     * @param now what the owners say of {@link #activatedIds()}
     */
    public Proposal refreshed(List<Candidate> now, ActiveSet set) {
        Map<CandidateId, Candidate> activatable = now.stream().filter(Candidate::isActivatable)
                .filter(candidate -> set.session().owners().contains(candidate.owner()))
                .collect(Collectors.toMap(Candidate::id, Function.identity()));
        Set<CandidateId> active = set.active().map(Activation::candidate).collect(Collectors.toSet());
        return new Proposal(
                activate.stream().filter(item -> activatable.containsKey(item.id())).map(item -> item.refreshed(activatable.get(item.id())))
                        .toList(),
                deactivate.stream().filter(item -> active.contains(item.id())).toList(), choices, duration, notices);
    }
}
