package ai.igent.maestro.session.phrase;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

import ai.igent.maestro.session.candidate.Candidate;

/** Every term that names some candidate, by length, so that a word is compared only with those one typing error can turn it into. */
final class NearTerms {
    private final Map<Integer, Map<String, List<Candidate>>> byLength = new HashMap<>();

    NearTerms(List<Candidate> candidates, Function<Candidate, Collection<String>> integrationWords) {
        Map<String, Collection<String>> known = new HashMap<>();
        for (Candidate candidate : candidates) {
            known.computeIfAbsent(String.valueOf(candidate.integration()), any -> integrationWords.apply(candidate))
                    .forEach(word -> add(word, candidate));
            OwnTerms.of(candidate, (term, what, text) -> add(term, candidate));
        }
    }

    private void add(String term, Candidate candidate) {
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
