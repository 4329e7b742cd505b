package ai.igent.maestro.session.phrase;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import ai.igent.maestro.session.candidate.Candidate;
import ai.igent.maestro.session.catalog.Catalog;
import ai.igent.maestro.session.catalog.CatalogEntry;

/** What words can mean for a list of candidates: integrations by the catalog's words, and the candidates' own ids, names, accounts and tags. */
final class Lexicon {
    private static final int LONGEST_TERM = 4;
    private static final String CUSTOM = "custom";

    private final Catalog catalog;
    private final Map<String, Map<Candidate, String>> meanings = new HashMap<>();

    Lexicon(Catalog catalog, List<Candidate> candidates) {
        this.catalog = catalog;
        Map<String, Collection<String>> integrationWords = new HashMap<>();
        for (Candidate candidate : candidates) {
            integrationWords.computeIfAbsent(String.valueOf(candidate.integration()), integration -> wordsOf(candidate))
                    .forEach(word -> learn(word, candidate, "\"" + word + "\" is a word for " + candidate.integration()));
            learnOwnWords(candidate);
        }
    }

    /** The words at {@code at} that mean something together, longest first: what they select, and how many they are. Zero when they mean nothing. */
    Meaning at(List<String> words, int at) {
        for (int length = Math.min(LONGEST_TERM, words.size() - at); length > 0; length--) {
            String term = String.join(" ", words.subList(at, at + length));
            var selected = meanings.get(term);
            if (selected != null && !(length == 1 && FixedWords.isReserved(term))) return new Meaning(selected, length);
        }
        return Meaning.NONE;
    }

    /** The terms one typing error away from {@code word}, with what they would select. */
    Map<String, Set<Candidate>> almost(String word) {
        Map<String, Set<Candidate>> near = new LinkedHashMap<>();
        for (String term : new TreeSet<>(meanings.keySet()))
            if (TypingError.separates(word, term)) near.put(term, meanings.get(term).keySet());
        return near;
    }

    /** What a person thinks of as one thing: the integration, or for something that belongs to none its own name. */
    String topicOf(Candidate candidate) {
        if (candidate.integration() == null || candidate.integration().equals(CUSTOM)) return "name " + candidate.name();
        return entryOf(candidate).map(CatalogEntry::name).orElse(candidate.integration());
    }

    private Optional<CatalogEntry> entryOf(Candidate candidate) {
        return catalog.entries().stream().filter(entry -> entry.covers(candidate.integration())).findFirst();
    }

    private Collection<String> wordsOf(Candidate candidate) {
        if (candidate.integration() == null) return List.of();
        return entryOf(candidate).<Collection<String>>map(CatalogEntry::spokenWords)
                .orElseGet(() -> List.of(SpokenWords.fold(candidate.integration())));
    }

    private void learnOwnWords(Candidate candidate) {
        learn(candidate.id().text(), candidate, "its id");
        learn(SpokenWords.fold(candidate.name()), candidate, "its name is " + candidate.name());
        learn(SpokenWords.fold(candidate.variable().text()), candidate, "its variable is " + candidate.variable());
        candidate.tags().forEach(tag -> learn(SpokenWords.fold(tag), candidate, "it has the tag " + tag));
        if (candidate.account() != null) learnAccount(candidate);
    }

    private void learnAccount(Candidate candidate) {
        String why = "its account is " + candidate.account();
        String account = SpokenWords.fold(candidate.account());
        learn(account, candidate, why);
        for (String part : account.split("[_\\s.-]+"))
            if (part.length() > 1) learn(part, candidate, why);
    }

    private void learn(String term, Candidate candidate, String why) {
        meanings.computeIfAbsent(term, key -> new LinkedHashMap<>()).putIfAbsent(candidate, why);
    }

    /** Candidates with why each is meant, and the number of words that say so. */
    record Meaning(Map<Candidate, String> selected, int length) {
        static final Meaning NONE = new Meaning(Map.of(), 0);

        boolean isNothing() {
            return length == 0;
        }
    }
}
