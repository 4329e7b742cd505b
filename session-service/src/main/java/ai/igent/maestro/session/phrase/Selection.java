package ai.igent.maestro.session.phrase;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import ai.igent.maestro.session.candidate.Candidate;
import ai.igent.maestro.vocabulary.Environment;

/**
 * What a few words between two joints ("and", a comma) select: subjects ("aws", "GITHUB_WORK", a tag) narrowed by environments. Subjects that
 * share candidates narrow each other ("github work"); subjects that share none add up ("stripe openai"). "All" beside a word that means nothing
 * selects nothing.
 */
final class Selection {
    private final Map<Candidate, String> subjects = new LinkedHashMap<>();
    private final Set<Environment> environments = EnumSet.noneOf(Environment.class);
    private final Set<Environment> excluded = EnumSet.noneOf(Environment.class);
    private final Set<Environment> namedWithin = EnumSet.noneOf(Environment.class);
    private final Set<Environment> included = EnumSet.noneOf(Environment.class);
    private final List<String> unknown = new ArrayList<>();
    private boolean everything;
    private boolean all;
    private boolean every;
    private boolean foreign;
    private boolean takenBack;
    private boolean only;
    private boolean others;
    private boolean puttingBack;

    static Selection of(List<String> words, Lexicon lexicon) {
        var selection = new Selection();
        selection.puttingBack = !words.isEmpty() && FixedWords.PUTTING_BACK.contains(words.getLast());
        for (int at = 0; at < words.size();)
            at += selection.read(words, at, lexicon);
        return selection;
    }

    private int read(List<String> words, int at, Lexicon lexicon) {
        String word = words.get(at);
        if (FixedWords.INCLUDING.contains(word)) return readIncluded(words, at);
        if (word.equals(EnvironmentWords.NON) && environmentAfter(words, at).isPresent()) return exclude(words, at);
        var meaning = lexicon.at(words, at);
        if (!meaning.isNothing()) return take(words.subList(at, at + meaning.length()), meaning);
        if (EnvironmentWords.of(word).isPresent()) environments.add(EnvironmentWords.of(word).get());
        else if (EnvironmentWords.excludedBy(word).isPresent()) excluded.add(EnvironmentWords.excludedBy(word).get());
        else if (FixedWords.isReserved(word)) quantify(word);
        else
            readUnknown(words, at, lexicon);
        return 1;
    }

    private int exclude(List<String> words, int at) {
        environmentAfter(words, at).ifPresent(excluded::add);
        return 2;
    }

    private int readIncluded(List<String> words, int at) {
        environmentAfter(words, at).ifPresent(included::add);
        return environmentAfter(words, at).isPresent() ? 2 : 1;
    }

    private static Optional<Environment> environmentAfter(List<String> words, int at) {
        return at + 1 < words.size() ? EnvironmentWords.of(words.get(at + 1)) : Optional.empty();
    }

    private int take(List<String> term, Lexicon.Meaning meaning) {
        term.forEach(word -> namedWithin.addAll(EnvironmentWords.within(word)));
        var common = new LinkedHashMap<>(subjects);
        common.keySet().retainAll(meaning.selected().keySet());
        if (common.isEmpty()) subjects.putAll(meaning.selected());
        else
            subjects.keySet().retainAll(common.keySet());
        return meaning.length();
    }

    /** "Stripe's" is about Stripe; "bob's" and "of bob" are about somebody whose secrets are not among the candidates. */
    private void readUnknown(List<String> words, int at, Lexicon lexicon) {
        String word = words.get(at);
        var possessor = Possessive.stem(word);
        var meaning = possessor.map(stem -> lexicon.at(List.of(stem), 0)).orElse(Lexicon.Meaning.NONE);
        if (!meaning.isNothing()) take(List.of(possessor.get()), meaning);
        else if (FixedWords.TAKING_BACK.contains(word)) takenBack = true;
        else if (FixedWords.OTHERS.contains(word)) others = true;
        else if (!FixedWords.FILLERS.contains(word)) {
            unknown.add(word);
            foreign |= possessor.isPresent() || Possessive.follows(words, at);
        }
    }

    private void quantify(String word) {
        everything |= FixedWords.EVERYTHING.contains(word);
        all |= FixedWords.ALL.contains(word);
        every |= FixedWords.BOTH.contains(word);
        only |= FixedWords.ONLY.contains(word);
    }

    boolean namesOnlyEnvironments() {
        return subjects.isEmpty() && unknown.isEmpty() && !saysAll() && !takenBack && namesEnvironments();
    }

    /** "All", beside nothing that says all of what. */
    boolean saysOnlyAll() {
        return all && !everything && subjects.isEmpty() && unknown.isEmpty() && !namesEnvironments();
    }

    private boolean namesEnvironments() {
        return !environments.isEmpty() || !excluded.isEmpty();
    }

    private boolean saysAll() {
        return everything || all;
    }

    /** Whether it is about something, be it known or not. */
    boolean hasSubject() {
        return !subjects.isEmpty() || saysAll() || !unknown.isEmpty() || takenBack;
    }

    /** Whether all its words were understood. */
    boolean isClear() {
        return unknown.isEmpty();
    }

    /** Whether it speaks of somebody who is not known here. */
    boolean isForeign() {
        return foreign;
    }

    boolean isTakenBack() {
        return takenBack;
    }

    boolean wantsEveryAccount() {
        return every || subjects.isEmpty();
    }

    /** Whether "production" beside it may mean all of production: "turn off github and production". */
    boolean leavesRoomFor(Selection environment) {
        return !namesEnvironments() && !environment.only;
    }

    /** Takes over what a neighbour without a subject of its own says. */
    void narrow(Selection neighbour) {
        environments.addAll(neighbour.environments);
        excluded.addAll(neighbour.excluded);
        included.addAll(neighbour.included);
    }

    /** Environments that are named for the whole clause: "including production". */
    Set<Environment> included() {
        return included;
    }

    List<String> unknown() {
        return unknown;
    }

    /** The selected candidates of {@code pool}, whatever their environment when none is named. */
    List<Match> from(List<Candidate> pool) {
        if (foreign || takenBack) return List.of();
        if (subjects.isEmpty()) return unknown.isEmpty() && (saysAll() || namesOnlyEnvironments()) ? whole(pool) : List.of();
        return subjects.entrySet().stream().filter(subject -> isInEnvironment(subject.getKey()))
                .map(subject -> whyOf(subject.getKey(), subject.getValue())).toList();
    }

    /** The same for taking away, where "everything" is meant whatever else is said, and "the rest" is all of {@code pool}. */
    List<Match> toTakeFrom(List<Candidate> pool) {
        return subjects.isEmpty() && (everything || others && unknown.isEmpty()) ? whole(pool) : from(pool);
    }

    /** Whether it ends with what undoes taking away: "github on" in "turn aws off, github on". */
    boolean isPutBack() {
        return puttingBack;
    }

    private List<Match> whole(List<Candidate> pool) {
        return pool.stream().filter(this::isInEnvironment).map(candidate -> whyOf(candidate, "the phrase says all")).toList();
    }

    /** {@code AWS_PROD} names production, as {@code prod} does; unlike that it narrows nothing. */
    boolean names(Environment environment) {
        return environments.contains(environment) || namedWithin.contains(environment) || included.contains(environment);
    }

    private boolean isInEnvironment(Candidate candidate) {
        if (!namesEnvironments()) return true;
        Set<Environment> labels = EnvironmentWords.labelsOf(candidate);
        if (labels.stream().anyMatch(excluded::contains)) return false;
        return environments.isEmpty() || labels.stream().anyMatch(environments::contains);
    }

    private Match whyOf(Candidate candidate, String why) {
        var match = new Match(candidate, why);
        if (environments.isEmpty()) return match;
        String label = candidate.environment() == null ? candidate.account() : candidate.environment().text();
        return match.and("the phrase names " + label);
    }
}
