package ai.igent.maestro.oauth.release;

import ai.igent.maestro.audittrail.Happening;
import ai.igent.maestro.contracts.internal.Resolved;
import ai.igent.maestro.grants.GrantClaims;
import ai.igent.maestro.vocabulary.Outcome;

/** What became of one thing a grant names. */
sealed interface Judgement {
    Candidate candidate();

    /** How it goes on record. */
    Happening happening(GrantClaims grant);

    /** Its token leaves. */
    record Released(Candidate candidate, Resolved.Item item) implements Judgement {
        @Override
        public Happening happening(GrantClaims grant) {
            return candidate.asked(grant).because(grant.purpose().text());
        }
    }

    /** It stays. */
    record Refused(Candidate candidate, Withheld why) implements Judgement {
        @Override
        public Happening happening(GrantClaims grant) {
            return candidate.asked(grant).ending(Outcome.DENIED).because(why.text());
        }

        Resolved.Failed failed() {
            return new Resolved.Failed(candidate.item().id(), why.text());
        }
    }
}
