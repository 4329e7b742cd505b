package ai.igent.maestro.session.phrase;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import ai.igent.maestro.session.candidate.Candidate;
import ai.igent.maestro.session.candidate.CandidateId;

/** What a phrase means for some candidates, whatever is active. */
public sealed interface Understanding permits Understanding.OfNothing, UnderstoodClauses {
    /** What the phrase may activate; no more than this is, whatever is active. */
    Set<CandidateId> meant();

    /** @param active what is active now, described as it was when it was confirmed */
    Reading against(List<Candidate> active);

    static Understanding nothing(Set<Hint> hints) {
        return new OfNothing(new Reading(List.of(), List.of(), List.of(), Optional.empty(), hints));
    }

    /** There is nothing to follow, and why. */
    record OfNothing(Reading reading) implements Understanding {
        @Override
        public Set<CandidateId> meant() {
            return Set.of();
        }

        @Override
        public Reading against(List<Candidate> active) {
            return reading;
        }
    }
}
