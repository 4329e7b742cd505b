package ai.igent.maestro.session.phrase;

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
        if (phrase.hidesCharacters()) return nothing(EnumSet.of(Hint.INVISIBLE_CHARACTERS));
        var words = SpokenWords.of(phrase);
        if (!words.isEmpty() && FixedWords.QUESTIONS.contains(words.getFirst())) return nothing(EnumSet.of(Hint.QUESTION));
        var spoken = SpokenDuration.in(words);
        var found = Clauses.in(spoken.rest());
        if (found.clauses().isEmpty()) return nothing(silenced(found, EnumSet.of(Hint.NO_VERB)));

        Set<String> terms = Terms.of(found.clauses());
        var activations = new ActivationWishes(new Lexicon(catalog, candidates, terms), candidates, idsOf(active));
        var deactivations = new DeactivationWishes(new Lexicon(catalog, active, terms), active);
        for (Clause clause : withObjects(found.clauses()))
            follow(clause, activations, deactivations);
        return new Reading(activations.matches(), deactivations.matches(), activations.choices(), spoken.duration(),
                hints(found, spoken, activations, deactivations));
    }

    /** In "activate and use aws" only the last verb has an object; a verb alone says nothing, which its hint will say. */
    private static List<Clause> withObjects(List<Clause> clauses) {
        List<Clause> with = clauses.stream().filter(Clause::hasObject).toList();
        return with.isEmpty() ? clauses : with;
    }

    private static void follow(Clause clause, ActivationWishes activations, DeactivationWishes deactivations) {
        switch (clause.verb()) {
            case ACTIVATE -> activations.add(clause);
            case DEACTIVATE -> {
                activations.takeBack(clause);
                deactivations.add(clause, activations.meant());
            }
        }
    }

    private static Reading nothing(Set<Hint> hints) {
        return new Reading(List.of(), List.of(), List.of(), Optional.empty(), hints);
    }

    private static Set<CandidateId> idsOf(List<Candidate> active) {
        return active.stream().map(Candidate::id).collect(Collectors.toSet());
    }

    private static Set<Hint> hints(Clauses.Found found, SpokenDuration spoken, ActivationWishes activations,
            DeactivationWishes deactivations) {
        Set<Hint> hints = EnumSet.noneOf(Hint.class);
        hints.addAll(activations.hints());
        hints.addAll(deactivations.hints());
        if (spoken.isUnclear() && !activations.matches().isEmpty()) hints.add(Hint.DURATION_UNCLEAR);
        return silenced(found, hints);
    }

    /** Why verbs were not followed; when none was, that is all there is to say. */
    private static Set<Hint> silenced(Clauses.Found found, Set<Hint> hints) {
        if (found.clauses().isEmpty() && (found.negated() || found.conditional())) hints.clear();
        if (found.negated()) hints.add(Hint.NEGATED);
        if (found.conditional()) hints.add(Hint.CONDITIONAL);
        return hints;
    }
}
