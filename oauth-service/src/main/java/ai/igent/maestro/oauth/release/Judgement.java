package ai.igent.maestro.oauth.release;

import ai.igent.maestro.contracts.internal.Resolved;

/** What became of one thing a grant names. */
sealed interface Judgement {
    Candidate candidate();

    /** Its token leaves. */
    record Released(Candidate candidate, Resolved.Item item) implements Judgement {}

    /** It stays. */
    record Refused(Candidate candidate, Withheld why) implements Judgement {
        Resolved.Failed failed() {
            return new Resolved.Failed(candidate.item().id(), why.text());
        }
    }
}
