package ai.igent.maestro.session.phrase;

import ai.igent.maestro.session.candidate.Candidate;

/** A candidate a phrase selected, and why, in words for the person who decides. */
public record Match(Candidate candidate, String why) {
    Match and(String more) {
        return new Match(candidate, why + ", " + more);
    }
}
