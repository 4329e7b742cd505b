package ai.igent.maestro.session.request;

import java.time.Duration;
import java.util.List;

import ai.igent.maestro.session.activation.Activation;
import ai.igent.maestro.session.activation.ActiveSet;
import ai.igent.maestro.session.candidate.Candidate;
import ai.igent.maestro.session.catalog.Catalog;
import ai.igent.maestro.session.phrase.PhraseReader;
import ai.igent.maestro.session.phrase.Reading;

/** What a phrase selects among what was described and what is active. */
record DraftByPhrase(Wish.ByPhrase wish, List<Candidate> described, Catalog catalog, PhraseReader reader) implements Draft {
    @Override
    public Proposal against(ActiveSet set) {
        List<Candidate> own = described.stream().filter(candidate -> set.session().owners().contains(candidate.owner())).toList();
        Reading reading = reader.read(wish.phrase(), catalog, own, set.active().map(Activation::asCandidate).toList());
        return new Proposal(
                reading.activate().stream().map(match -> ProposedActivation.of(match.candidate(), null, match.why())).toList(),
                reading.deactivate().stream().map(match -> ProposedDeactivation.of(match.candidate(), match.why())).toList(),
                reading.choices(), duration(reading), reading.hints().stream().sorted().map(Notice::of).toList());
    }

    /** What the wish says beside the phrase comes first. */
    private Duration duration(Reading reading) {
        return wish.duration() == null ? ConsentDuration.spoken(reading.duration()) : wish.duration();
    }
}
