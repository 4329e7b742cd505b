package ai.igent.maestro.session.phrase;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The groups of neighbouring words of a phrase that could mean something together. */
final class Terms {
    static final int LONGEST = 4;

    private Terms() {}

    static Set<String> of(List<Clause> clauses) {
        Set<String> terms = new HashSet<>();
        for (Clause clause : clauses) {
            add(clause.words(), terms);
            add(clause.exceptions(), terms);
            if (clause.verb() == Verb.DEACTIVATE) add(clause.reason(), terms);
        }
        return terms;
    }

    private static void add(List<String> words, Set<String> terms) {
        for (int from = 0; from < words.size(); from++)
            for (int to = from + 1; to <= Math.min(from + LONGEST, words.size()); to++)
                terms.add(String.join(" ", words.subList(from, to)));
        for (String word : words)
            Possessive.stem(word).ifPresent(terms::add);
    }
}
