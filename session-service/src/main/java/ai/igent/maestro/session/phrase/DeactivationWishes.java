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
        List<Match> selected = new ArrayList<>();
        for (Selection wanted : Selections.wanted(clause.words(), lexicon))
            selected.addAll(wanted.toTakeFrom(pool));
        Exceptions.of(clause, lexicon).takenOutOf(selected).forEach(match -> matches.putIfAbsent(match.candidate().id(), match));
        if (selected.isEmpty()) hints.add(Hint.NOT_ACTIVE);
    }

    List<Match> matches() {
        return List.copyOf(matches.values());
    }

    Set<Hint> hints() {
        return hints;
    }
}
