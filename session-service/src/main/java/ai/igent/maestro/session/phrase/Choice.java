package ai.igent.maestro.session.phrase;

import java.util.List;

import ai.igent.maestro.session.candidate.CandidateId;

/** A question the phrase left open. Taking an option means asking again with its ids. */
public record Choice(String question, List<Option> options) {
    public Choice {
        options = List.copyOf(options);
    }

    public record Option(String label, List<CandidateId> ids) {
        public Option {
            ids = List.copyOf(ids);
        }
    }
}
