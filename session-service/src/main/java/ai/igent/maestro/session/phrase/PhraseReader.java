package ai.igent.maestro.session.phrase;

import java.util.EnumSet;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.annotation.Timed;

import ai.igent.maestro.session.candidate.Candidate;
import ai.igent.maestro.session.catalog.Catalog;

/** Reads a phrase against what could be activated and what is active. The same input always gives the same reading. */
@ApplicationScoped
public class PhraseReader {
    /** @param active what is active now, described as it was when it was confirmed */
    public Reading read(Phrase phrase, Catalog catalog, List<Candidate> candidates, List<Candidate> active) {
        return understand(phrase, catalog, candidates).against(active);
    }

    /** The part of reading that looks at every candidate. Timed, because how long it takes depends on how many there are. */
    @Timed("maestro.phrase.reading")
    public Understanding understand(Phrase phrase, Catalog catalog, List<Candidate> candidates) {
        if (phrase.hidesCharacters()) return Understanding.nothing(EnumSet.of(Hint.INVISIBLE_CHARACTERS));
        var questions = Questions.in(SpokenWords.of(phrase));
        var spoken = SpokenDuration.in(Idioms.resolved(questions.rest()));
        var found = Clauses.in(spoken.rest()).silencedAlso(questions.asked());
        if (found.clauses().isEmpty())
            return Understanding.nothing(found.silenced().isEmpty() ? EnumSet.of(Hint.NO_VERB) : found.silenced());
        return UnderstoodClauses.of(found, spoken, catalog, candidates);
    }
}
