package ai.igent.maestro.session.phrase;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

import ai.igent.maestro.session.candidate.Candidate;

/** The terms that name some candidate, by length, so that a word is compared only with those one typing error can turn it into. */
final class NearTerms {
    private final BitSet lengths = new BitSet();
    private final Map<Integer, Map<String, List<Candidate>>> byLength = new HashMap<>();

    /** @param spoken all that will be asked for; terms too long or too short for each of these are left out */
    NearTerms(List<Candidate> candidates, Set<String> spoken, Function<Candidate, Collection<String>> integrationWords) {
        for (String word : spoken)
            lengths.set(Math.max(0, word.length() - 1), word.length() + 2);
        Map<String, Collection<String>> known = new HashMap<>();
        for (Candidate candidate : candidates) {
            known.computeIfAbsent(String.valueOf(candidate.integration()), any -> integrationWords.apply(candidate))
                    .forEach(word -> add(word, candidate));
            OwnTerms.of(candidate, (term, what, text) -> add(term, candidate));
        }
    }

    private void add(String term, Candidate candidate) {
        if (!lengths.get(term.length())) return;
        var named = byLength.computeIfAbsent(term.length(), any -> new HashMap<>()).computeIfAbsent(term, any -> new ArrayList<>(2));
        if (named.isEmpty() || named.getLast() != candidate) named.add(candidate);
    }

    /** In the order of the alphabet. */
    Map<String, List<Candidate>> of(String word) {
        Map<String, List<Candidate>> near = new TreeMap<>();
        for (int length = word.length() - 1; length <= word.length() + 1; length++)
            byLength.getOrDefault(length, Map.of()).forEach((term, named) -> {
                if (TypingError.separates(word, term)) near.put(term, named);
            });
        return near;
    }
}
