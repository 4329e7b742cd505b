package ai.igent.maestro.session.phrase;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import ai.igent.maestro.session.candidate.Candidate;
import ai.igent.maestro.session.candidate.CandidateId;
import ai.igent.maestro.session.catalog.Catalog;

/** Clauses with what their words mean among the candidates. */
record UnderstoodClauses(Clauses.Found found, SpokenDuration spoken, Catalog catalog, List<Candidate> candidates, Set<String> terms,
        Lexicon lexicon) implements Understanding {
    static UnderstoodClauses of(Clauses.Found found, SpokenDuration spoken, Catalog catalog, List<Candidate> candidates) {
        Set<String> terms = Terms.of(found.clauses());
        return new UnderstoodClauses(found, spoken, catalog, candidates, terms, new Lexicon(catalog, candidates, terms));
    }

    @Override
    public Set<CandidateId> meant() {
        return followed(List.of()).activations().meant();
    }

    @Override
    public Reading against(List<Candidate> active) {
        var wishes = followed(active);
        var activations = wishes.activations();
        boolean followed = hasUsableDuration();
        return new Reading(followed ? activations.matches() : List.of(), wishes.deactivations().matches(),
                followed ? activations.choices() : List.of(), spoken.duration(), hints(activations, wishes.deactivations()));
    }

    private Wishes followed(List<Candidate> active) {
        Set<CandidateId> ids = active.stream().map(Candidate::id).collect(Collectors.toSet());
        var wishes = new Wishes(new ActivationWishes(lexicon, candidates, ids),
                new DeactivationWishes(new Lexicon(catalog, active, terms), active));
        withObjects().forEach(wishes::follow);
        return wishes;
    }

    private record Wishes(ActivationWishes activations, DeactivationWishes deactivations) {
        void follow(Clause clause) {
            switch (clause.verb()) {
                case ACTIVATE -> activations.add(clause);
                case DEACTIVATE -> {
                    activations.takeBack(clause);
                    deactivations.add(clause, activations.meant());
                }
            }
        }
    }

    /** In "activate and use aws" only the last verb has an object; a verb alone says nothing, which its hint will say. */
    private List<Clause> withObjects() {
        List<Clause> with = found.clauses().stream().filter(Clause::hasObject).toList();
        return with.isEmpty() ? found.clauses() : with;
    }

    private Set<Hint> hints(ActivationWishes activations, DeactivationWishes deactivations) {
        Set<Hint> hints = EnumSet.noneOf(Hint.class);
        hints.addAll(activations.hints());
        hints.addAll(deactivations.hints());
        if (spoken.duration().isEmpty() && !activations.isEmpty() && speaksOfTime()) hints.add(Hint.DURATION_UNCLEAR);
        if (!hasUsableDuration() && !activations.isEmpty()) hints.add(Hint.DURATION_UNUSABLE);
        hints.addAll(found.silenced());
        return hints;
    }

    private boolean hasUsableDuration() {
        return spoken.usable() && !(spoken.isLongerThanUsual() && found.clauses().stream().anyMatch(Clause::hasDurationInReason));
    }

    private boolean speaksOfTime() {
        return spoken.usable() && found.clauses().stream().anyMatch(clause -> clause.verb() == Verb.ACTIVATE && clause.speaksOfTime());
    }
}
