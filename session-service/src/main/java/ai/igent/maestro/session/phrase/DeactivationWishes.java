package ai.igent.maestro.session.phrase;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import ai.igent.maestro.session.candidate.Candidate;
import ai.igent.maestro.session.candidate.CandidateId;

/** What the deactivating clauses of a phrase select among what is active. Taking away asks no questions: all accounts and environments match. */
final class DeactivationWishes {
    private final Lexicon lexicon;
    private final List<Candidate> active;
    private final Map<CandidateId, Match> matches = new LinkedHashMap<>();
    private final Set<Hint> hints = EnumSet.noneOf(Hint.class);

    DeactivationWishes(Lexicon lexicon, List<Candidate> active) {
        this.lexicon = lexicon;
        this.active = active;
    }

    /** @param meant what the phrase wants to have before this clause: "everything else" is not that */
    void add(Clause clause, Set<CandidateId> meant) {
        List<Candidate> pool = clause.isAboutOthers()
                ? active.stream().filter(candidate -> !meant.contains(candidate.id())).toList()
                : active;
        var exceptions = Exceptions.of(clause, lexicon);
        if (!exceptions.areClear()) hints.add(Hint.EXCEPTION_UNKNOWN);
        List<Match> selected = new ArrayList<>();
        for (Selection wanted : Selections.takenAway(clause.words(), lexicon)) {
            List<Match> found = wanted.isPutBack() ? List.of() : wanted.toTakeFrom(pool);
            if (found.isEmpty()) hints.add(wanted.isPutBack() ? Hint.CONTRADICTORY : Hint.NOT_ACTIVE);
            selected.addAll(found);
        }
        exceptions.takenOutOf(selected).forEach(match -> matches.putIfAbsent(match.candidate().id(), match));
        if (speaksOfMore(clause, pool)) hints.add(Hint.REASON_NOT_READ);
    }

    /** Whether the reason names something active that the clause does not select. */
    private boolean speaksOfMore(Clause clause, List<Candidate> pool) {
        return Selections.excepted(clause.reason(), lexicon).stream().flatMap(named -> named.from(pool).stream())
                .anyMatch(match -> !matches.containsKey(match.candidate().id()));
    }

    List<Match> matches() {
        return List.copyOf(matches.values());
    }

    Set<Hint> hints() {
        return hints;
    }
}
