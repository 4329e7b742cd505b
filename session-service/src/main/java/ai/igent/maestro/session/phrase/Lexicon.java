package ai.igent.maestro.session.phrase;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import ai.igent.maestro.session.candidate.Candidate;
import ai.igent.maestro.session.catalog.Catalog;
import ai.igent.maestro.session.catalog.CatalogEntry;

/**
 * What the terms of one phrase mean for a list of candidates: integrations by the catalog's words, and the candidates' own ids, names, accounts
 * and tags. Looks at each candidate once, and only for the terms the phrase has.
 */
final class Lexicon {
    private static final String CUSTOM = "custom";

    private final Catalog catalog;
    private final List<Candidate> candidates;
    private final Set<String> spoken;
    private final Map<String, Map<Candidate, String>> meanings = new HashMap<>();
    private NearTerms nearTerms;

    Lexicon(Catalog catalog, List<Candidate> candidates, Set<String> spoken) {
        this.catalog = catalog;
        this.candidates = candidates;
        this.spoken = spoken;
        Map<String, Collection<String>> integrationWords = new HashMap<>();
        for (Candidate candidate : candidates) {
            for (String word : integrationWords.computeIfAbsent(String.valueOf(candidate.integration()), any -> spokenWordsOf(candidate)))
                learn(word, candidate, "\"" + word + "\" is a word for " + candidate.integration());
            OwnTerms.of(candidate, (term, what, text) -> {
                if (spoken.contains(term)) learn(term, candidate, text == null ? what : what + text);
            });
        }
    }

    /** The words at {@code at} that mean something together, longest first: what they select, and how many they are. Zero when they mean nothing. */
    Meaning at(List<String> words, int at) {
        for (int length = Math.min(Terms.LONGEST, words.size() - at); length > 0; length--) {
            String term = String.join(" ", words.subList(at, at + length));
            var selected = meanings.get(term);
            if (selected != null && !(length == 1 && FixedWords.isReserved(term))) return new Meaning(selected, length);
        }
        return Meaning.NONE;
    }

    /** The terms one typing error away from {@code word}, with what they would select. */
    Map<String, List<Candidate>> almost(String word) {
        if (nearTerms == null) nearTerms = new NearTerms(candidates, spoken, this::wordsOf);
        return nearTerms.of(word);
    }

    /** What a person thinks of as one thing: the integration, or for something that belongs to none its own name. */
    String topicOf(Candidate candidate) {
        if (candidate.integration() == null || candidate.integration().equals(CUSTOM)) return "name " + candidate.name();
        return entryOf(candidate).map(CatalogEntry::name).orElse(candidate.integration());
    }

    private Optional<CatalogEntry> entryOf(Candidate candidate) {
        return catalog.entries().stream().filter(entry -> entry.covers(candidate.integration())).findFirst();
    }

    private Collection<String> spokenWordsOf(Candidate candidate) {
        return wordsOf(candidate).stream().filter(spoken::contains).toList();
    }

    private Collection<String> wordsOf(Candidate candidate) {
        if (candidate.integration() == null) return List.of();
        return entryOf(candidate).<Collection<String>>map(CatalogEntry::spokenWords)
                .orElseGet(() -> List.of(SpokenWords.fold(candidate.integration())));
    }

    private void learn(String term, Candidate candidate, String why) {
        meanings.computeIfAbsent(term, any -> new LinkedHashMap<>()).putIfAbsent(candidate, why);
    }

    /** Candidates with why each is meant, and the number of words that say so. */
    record Meaning(Map<Candidate, String> selected, int length) {
        static final Meaning NONE = new Meaning(Map.of(), 0);

        boolean isNothing() {
            return length == 0;
        }
    }
}
