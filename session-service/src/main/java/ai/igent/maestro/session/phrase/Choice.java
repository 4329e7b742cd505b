package ai.igent.maestro.session.phrase;

import java.util.List;

import ai.igent.maestro.session.candidate.CandidateId;

/** A question the phrase left open. Taking an option means asking again with its ids. */
public record Choice(String question, List<Option> options) {
    public Choice {
        options = List.copyOf(options);
    }

    private static final int MOST = 20;

    /** At most {@value #MOST} of {@code options}; the question says when there are more. */
    static Choice of(String question, List<Option> options) {
        if (options.size() <= MOST) return new Choice(question, options);
        return new Choice(question + " These are the first " + MOST + " of " + options.size() + ".", options.subList(0, MOST));
    }

    public record Option(String label, List<CandidateId> ids) {
        public Option {
            ids = List.copyOf(ids);
        }
    }
}
