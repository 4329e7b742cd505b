package ai.igent.maestro.session.phrase;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the verbs of a phrase and what each governs. A negation anywhere before a verb silences that verb, a condition before it ("if", "when")
 * and "how" every verb of the sentence. An exception before a verb ("except github, ...") is one of it. Reasons and conditions behind it ("so that",
 * "because", "to", "when") end what a verb governs; behind a pause another verb may follow them, other words no longer count.
 */
final class Clauses {
    private static final Set<String> NEGATIONS = Set.of("not", "dont", "donot", "never", "no", "cant", "cannot", "wont", "shouldnt",
            "mustnt", "nor", "neither", "nobody", "avoid", "refuse", "without", "forbid", "forbids", "forbidden", "prohibit", "prohibited",
            "prevent", "deny", "denied", "than");
    private static final String NEGATED = "n't";
    private static final Set<String> SUBORDINATORS = Set.of("so", "because", "since", "to", "when", "while", "as", "after", "before", "if",
            "unless", "until", "though", "although", "that", "which", "who", "where", "whenever", "once");
    private static final Set<String> CONDITIONS = Set.of("if", "when", "whenever", "once", "unless", "until", "after", "before", "whether",
            "provided", "assuming", "supposing");
    private static final Set<String> ASKING = Set.of("how", "why");
    private static final Set<String> NOUNS_WITH_TO = Set.of("access", "connection", "login", "credentials", "keys");
    private static final Set<String> EXCEPTIONS = Set.of("except", "excluding", "exclude", "but", "without", "minus", "besides", "apart",
            "aside", "barring", "excepting", "instead", "skip", "skipping", "omit", "omitting", "ignore", "ignoring", "leave", "leaving",
            "keep", "keeping", "sans", "excluded", "excepted", "omitted", "exempt", "skipped", "ignored");
    private static final Set<String> LEADING_EXCEPTIONS = Set.of("except", "excluding", "apart", "aside", "besides", "barring", "excepting",
            "skip", "skipping", "omit", "omitting", "leave", "leaving", "keep", "keeping");
    private static final Set<String> RELATIVES = Set.of("that", "which", "who", "where");
    private static final Set<String> PAUSES = Set.of(SpokenWords.COMMA, "and", "then");

    private final List<String> words;
    private final List<Clause> found = new ArrayList<>();
    private final List<String> leading = new ArrayList<>();
    private final Set<Hint> silencing = EnumSet.noneOf(Hint.class);
    private final Set<Hint> silenced = EnumSet.noneOf(Hint.class);
    private Verb verb;
    private List<String> governed = new ArrayList<>();
    private List<String> exceptions = new ArrayList<>();
    private List<String> reason = new ArrayList<>();
    private boolean relative;
    private Part part = Part.GOVERNED;

    private enum Part {
        GOVERNED,
        EXCEPTIONS,
        REASON,
        BEHIND_REASON
    }

    private Clauses(List<String> words) {
        this.words = words;
    }

    /** The clauses of {@code words}, and what silenced other verbs. */
    record Found(List<Clause> clauses, Set<Hint> silenced) {
        Found silencedAlso(boolean byQuestion) {
            if (!byQuestion) return this;
            Set<Hint> both = EnumSet.of(Hint.QUESTION);
            both.addAll(silenced);
            return new Found(clauses, both);
        }
    }

    static Found in(List<String> words) {
        var clauses = new Clauses(words);
        for (int at = 0; at < words.size(); at++)
            clauses.read(at);
        clauses.finish();
        return new Found(List.copyOf(clauses.found), Set.copyOf(clauses.silenced));
    }

    private void read(int at) {
        String word = words.get(at);
        relative &= !PAUSES.contains(word);
        Optional<Verb> next = part == Part.REASON || relative ? Optional.empty() : verbAt(at);
        if (next.isPresent()) begin(next.get());
        else if (word.equals(SpokenWords.STOP)) endSentence();
        else
            place(at, word);
    }

    private Optional<Verb> verbAt(int at) {
        return Verb.SPLIT.contains(words.get(at)) ? particleAfter(at) : Verb.of(words.get(at));
    }

    private Optional<Verb> particleAfter(int at) {
        for (int next = at + 1; next < words.size() && !words.get(next).equals(SpokenWords.STOP); next++) {
            if (Verb.of(words.get(next)).isPresent()) break;
            Optional<Verb> particle = Verb.ofParticle(words.get(next));
            if (particle.isPresent()) return particle;
        }
        return Optional.empty();
    }

    private void begin(Verb next) {
        finish();
        if (silencing.isEmpty()) verb = next;
        silenced.addAll(silencing);
        silencing.remove(Hint.NEGATED);
        exceptions.addAll(leading);
        leading.clear();
    }

    private void endSentence() {
        finish();
        silencing.clear();
        leading.clear();
    }

    private void finish() {
        if (verb != null) found.add(new Clause(verb, governed, exceptions, reason));
        verb = null;
        governed = new ArrayList<>();
        exceptions = new ArrayList<>();
        reason = new ArrayList<>();
        relative = false;
        part = Part.GOVERNED;
    }

    private void place(int at, String word) {
        if (word.equals(SpokenDuration.PLACE) && part != Part.REASON && part != Part.BEHIND_REASON) return;
        if (verb == null && (!leading.isEmpty() || LEADING_EXCEPTIONS.contains(word))) leading.add(word);
        part = partAfter(at, word);
        silence(word);
        switch (part) {
            case GOVERNED -> add(word, governed);
            case EXCEPTIONS -> add(word, exceptions);
            case REASON, BEHIND_REASON -> reason.add(word);
        }
    }

    private void silence(String word) {
        if (part != Part.REASON && isNegation(word)) silencing.add(Hint.NEGATED);
        if (verb == null && CONDITIONS.contains(word)) silencing.add(Hint.CONDITIONAL);
        if (verb == null && ASKING.contains(word)) silencing.add(Hint.QUESTION);
    }

    /** "Off" belongs to the verb of "turn aws off"; in "turn stripe on, github off" it takes github back. */
    private void add(String word, List<String> words) {
        if (verb != Verb.DEACTIVATE || !FixedWords.TAKING_BACK.contains(word)) words.add(word);
    }

    private static boolean isNegation(String word) {
        return NEGATIONS.contains(word) || word.endsWith(NEGATED);
    }

    private Part partAfter(int at, String word) {
        if (part == Part.REASON || part == Part.BEHIND_REASON) return PAUSES.contains(word) ? Part.BEHIND_REASON : part;
        if (EXCEPTIONS.contains(word) || isNegation(word)) return Part.EXCEPTIONS;
        relative |= restrictsAll(at, word);
        return beginsReason(at, word) && !relative ? Part.REASON : part;
    }

    /** "Everything that is in staging" is not everything; in "all aws keys now that we are done" nothing is restricted. */
    private boolean restrictsAll(int at, String word) {
        return verb != null && RELATIVES.contains(word) && !words.get(at - 1).equals("now")
                && governed.stream().allMatch(FixedWords::saysNothingOfItsOwn) && governed.stream().anyMatch(FixedWords::saysAll);
    }

    private boolean beginsReason(int at, String word) {
        boolean access = word.equals("to") && at > 0 && NOUNS_WITH_TO.contains(words.get(at - 1));
        return verb != null && SUBORDINATORS.contains(word) && !access;
    }
}
