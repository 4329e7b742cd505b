package ai.igent.maestro.session.request;

import java.time.Duration;
import java.util.Map;

import ai.igent.maestro.session.activation.Activation;
import ai.igent.maestro.session.activation.ActiveSet;
import ai.igent.maestro.session.activation.ConsentDuration;
import ai.igent.maestro.session.candidate.Candidate;
import ai.igent.maestro.session.candidate.CandidateId;
import ai.igent.maestro.session.phrase.Match;
import ai.igent.maestro.session.phrase.Reading;
import ai.igent.maestro.session.phrase.Understanding;

/**
 * What a phrase selects among what could be activated and what is active.
 *
 * @param details what its owner says of each thing the phrase may select; it adds warnings, and never changes what is selected
 */
record DraftByPhrase(Wish.ByPhrase wish, Understanding understood, Map<CandidateId, Candidate> details) implements Draft {
    @Override
    public Proposal against(ActiveSet set) {
        Reading reading = understood.against(set.active().map(Activation::asCandidate).toList());
        return new Proposal(
                reading.activate().stream().map(this::proposed).toList(),
                reading.deactivate().stream().map(match -> ProposedDeactivation.of(match.candidate(), match.why())).toList(),
                reading.choices(), duration(reading), reading.hints().stream().sorted().map(Notice::of).toList());
    }

    private ProposedActivation proposed(Match match) {
        Candidate found = match.candidate();
        return ProposedActivation.of(found.warnedAbout(details.getOrDefault(found.id(), found)), null, match.why());
    }

    /** What the wish says beside the phrase comes first. */
    private Duration duration(Reading reading) {
        return wish.duration() == null ? reading.duration().orElse(ConsentDuration.USUAL) : wish.duration();
    }
}
