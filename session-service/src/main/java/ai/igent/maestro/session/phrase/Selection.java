package ai.igent.maestro.session.phrase;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

import ai.igent.maestro.session.candidate.Candidate;
import ai.igent.maestro.vocabulary.Environment;

/**
 * What a few words between two joints ("and", a comma) select: subjects ("aws", "GITHUB_WORK", a tag) narrowed by environments. Subjects that
 * share candidates narrow each other ("github work"); subjects that share none add up ("stripe openai").
 */
final class Selection {
    private static final Pattern PART = Pattern.compile("[_.-]");

    private final Map<Candidate, String> subjects = new LinkedHashMap<>();
    private final Set<Environment> environments = EnumSet.noneOf(Environment.class);
    private final Set<Environment> alsoNamed = EnumSet.noneOf(Environment.class);
    private final List<String> unknown = new ArrayList<>();
    private boolean everything;
    private boolean every;

    static Selection of(List<String> words, Lexicon lexicon) {
        var selection = new Selection();
        for (int at = 0; at < words.size();)
            at += selection.read(words, at, lexicon);
        return selection;
    }

    private int read(List<String> words, int at, Lexicon lexicon) {
        String word = words.get(at);
        if (FixedWords.INCLUDING.contains(word)) return readIncluded(words, at);
        var meaning = lexicon.at(words, at);
        if (!meaning.isNothing()) return take(words.subList(at, at + meaning.length()), meaning);
        if (FixedWords.ENVIRONMENTS.containsKey(word)) environments.add(FixedWords.ENVIRONMENTS.get(word));
        else if (FixedWords.isReserved(word)) quantify(word);
        else
            unknown.add(word);
        return 1;
    }

    private int readIncluded(List<String> words, int at) {
        Environment included = at + 1 < words.size() ? FixedWords.ENVIRONMENTS.get(words.get(at + 1)) : null;
        if (included == null) return 1;
        alsoNamed.add(included);
        return 2;
    }

    private int take(List<String> term, Lexicon.Meaning meaning) {
        term.forEach(this::nameEnvironmentsWithin);
        var common = new LinkedHashMap<>(subjects);
        common.keySet().retainAll(meaning.selected().keySet());
        if (common.isEmpty()) subjects.putAll(meaning.selected());
        else
            subjects.keySet().retainAll(common.keySet());
        return meaning.length();
    }

    /** {@code AWS_PROD} names production, as {@code prod} does; unlike that it narrows nothing. */
    private void nameEnvironmentsWithin(String word) {
        PART.splitAsStream(word).map(FixedWords.ENVIRONMENTS::get).filter(Objects::nonNull).forEach(alsoNamed::add);
    }

    private void quantify(String word) {
        everything |= FixedWords.EVERYTHING.contains(word);
        every |= FixedWords.BOTH.contains(word);
    }

    boolean namesOnlyEnvironments() {
        return subjects.isEmpty() && unknown.isEmpty() && !everything && !environments.isEmpty();
    }

    /** Whether it is about something, be it known or not. */
    boolean hasSubject() {
        return !subjects.isEmpty() || everything || !unknown.isEmpty();
    }

    boolean wantsEveryAccount() {
        return every || subjects.isEmpty();
    }

    void narrow(Selection environmentsOnly) {
        environments.addAll(environmentsOnly.environments);
    }

    Set<Environment> alsoNamed() {
        return alsoNamed;
    }

    List<String> unknown() {
        return unknown;
    }

    /** The selected candidates of {@code pool}, whatever their environment when none is named. */
    List<Match> from(List<Candidate> pool) {
        boolean wholePool = subjects.isEmpty() && (everything || namesOnlyEnvironments());
        if (wholePool)
            return pool.stream().filter(this::isInEnvironment).map(candidate -> whyOf(candidate, "the phrase says all")).toList();
        return subjects.entrySet().stream().filter(subject -> isInEnvironment(subject.getKey()))
                .map(subject -> whyOf(subject.getKey(), subject.getValue())).toList();
    }

    boolean names(Environment environment) {
        return environments.contains(environment) || alsoNamed.contains(environment);
    }

    private boolean isInEnvironment(Candidate candidate) {
        if (environments.isEmpty()) return true;
        if (candidate.environment() != null) return environments.contains(candidate.environment());
        return candidate.account() != null && PART.splitAsStream(SpokenWords.fold(candidate.account())).map(FixedWords.ENVIRONMENTS::get)
                .anyMatch(named -> named != null && environments.contains(named));
    }

    private Match whyOf(Candidate candidate, String why) {
        var match = new Match(candidate, why);
        if (environments.isEmpty()) return match;
        String label = candidate.environment() == null ? candidate.account() : candidate.environment().text();
        return match.and("the phrase names " + label);
    }
}
