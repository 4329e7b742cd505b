package ai.igent.maestro.session.phrase;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import ai.igent.maestro.session.candidate.Candidate;
import ai.igent.maestro.session.candidate.CandidateId;
import ai.igent.maestro.session.catalog.Catalog;

/** Reads a phrase against what could be activated and what is active. The same input always gives the same reading. */
@ApplicationScoped
public class PhraseReader {
    /** @param active what is active now, described as it was when it was confirmed */
    public Reading read(Phrase phrase, Catalog catalog, List<Candidate> candidates, List<Candidate> active) {
        var words = SpokenWords.of(phrase);
        if (!words.isEmpty() && FixedWords.QUESTIONS.contains(words.getFirst())) return nothing(Hint.QUESTION);
        var spoken = SpokenDuration.in(words);
        var found = Clauses.in(spoken.rest());
        if (found.clauses().isEmpty()) return nothing(found.silenced() ? Hint.NEGATED : Hint.NO_VERB);

        var activations = new ActivationWishes(new Lexicon(catalog, candidates), candidates, idsOf(active));
        var deactivations = new DeactivationWishes(new Lexicon(catalog, active), active);
        for (Clause clause : found.clauses()) {
            switch (clause.verb()) {
                case ACTIVATE -> activations.add(clause);
                case DEACTIVATE -> deactivations.add(clause);
            }
        }
        return new Reading(activations.matches(), deactivations.matches(), activations.choices(), spoken.duration(),
                hints(found.silenced(), activations.hints(), deactivations.hints()));
    }

    private static Reading nothing(Hint hint) {
        return new Reading(List.of(), List.of(), List.of(), Optional.empty(), Set.of(hint));
    }

    private static Set<CandidateId> idsOf(List<Candidate> active) {
        return active.stream().map(Candidate::id).collect(Collectors.toSet());
    }

    private static Set<Hint> hints(boolean silenced, Set<Hint> one, Set<Hint> other) {
        Set<Hint> hints = EnumSet.noneOf(Hint.class);
        hints.addAll(one);
        hints.addAll(other);
        if (silenced) hints.add(Hint.NEGATED);
        return hints;
    }

    /** The matches of {@code words} taken out of {@code matches}. */
    static List<Match> without(List<Match> matches, List<String> exceptions, Lexicon lexicon) {
        List<Match> left = new ArrayList<>(matches);
        List<Candidate> pool = matches.stream().map(Match::candidate).toList();
        for (Selection excepted : Selections.excepted(exceptions, lexicon)) {
            Set<Candidate> gone = excepted.from(pool).stream().map(Match::candidate).collect(Collectors.toSet());
            left.removeIf(match -> gone.contains(match.candidate()));
        }
        return left;
    }
}
