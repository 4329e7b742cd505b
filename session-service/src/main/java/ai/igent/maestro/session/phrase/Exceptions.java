package ai.igent.maestro.session.phrase;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import ai.igent.maestro.session.candidate.Candidate;

/** What a clause takes out again. */
record Exceptions(List<Selection> selections) {
    static Exceptions of(Clause clause, Lexicon lexicon) {
        return new Exceptions(Selections.excepted(clause.exceptions(), lexicon));
    }

    /** Whether all of it was understood; if not, what is left over may be too much. */
    boolean areClear() {
        return selections.stream().allMatch(Selection::isClear);
    }

    List<Match> takenOutOf(List<Match> matches) {
        List<Match> left = new ArrayList<>(matches);
        List<Candidate> pool = matches.stream().map(Match::candidate).toList();
        for (Selection excepted : selections) {
            Set<Candidate> gone = excepted.from(pool).stream().map(Match::candidate).collect(Collectors.toSet());
            left.removeIf(match -> gone.contains(match.candidate()));
        }
        return left;
    }
}
