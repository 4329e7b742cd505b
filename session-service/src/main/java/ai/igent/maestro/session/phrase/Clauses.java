package ai.igent.maestro.session.phrase;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the verbs of a phrase and what each governs. A negation anywhere before a verb silences that verb, a condition before it ("if", "when")
 * every verb of the sentence. Reasons and conditions behind it ("so that", "because", "to", "when") end what a verb governs; behind a pause
 * another verb may follow them, other words no longer count.
 */
final class Clauses {
    private static final Set<String> NEGATIONS = Set.of("not", "don't", "dont", "never", "no", "can't", "cannot", "won't", "shouldn't",
            "mustn't", "nor", "avoid", "refuse", "without");
    private static final Set<String> SUBORDINATORS = Set.of("so", "because", "since", "to", "when", "while", "as", "after", "before", "if",
            "unless", "until", "though", "although", "that", "which", "who", "where", "whenever", "once");
    private static final Set<String> CONDITIONS = Set.of("if", "when", "whenever", "once", "unless", "until", "after", "before");
    private static final Set<String> NOUNS_WITH_TO = Set.of("access", "connection", "login", "credentials", "keys");
    private static final Set<String> EXCEPTIONS = Set.of("except", "excluding", "but", "without", "minus", "not", "besides");
    private static final Set<String> PAUSES = Set.of(SpokenWords.COMMA, "and", "then");

    private final List<String> words;
    private final List<Clause> found = new ArrayList<>();
    private boolean negated;
    private boolean conditional;
    private boolean silencedByNegation;
    private boolean silencedByCondition;
    private Verb verb;
    private List<String> governed = new ArrayList<>();
    private List<String> exceptions = new ArrayList<>();
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

    /** The clauses of {@code words}, and whether a verb was silenced, and by what. */
    record Found(List<Clause> clauses, boolean negated, boolean conditional) {}

    static Found in(List<String> words) {
        var clauses = new Clauses(words);
        for (int at = 0; at < words.size(); at++)
            clauses.read(at);
        clauses.finish();
        return new Found(List.copyOf(clauses.found), clauses.silencedByNegation, clauses.silencedByCondition);
    }

    private void read(int at) {
        String word = words.get(at);
        Optional<Verb> next = part == Part.REASON ? Optional.empty() : verbAt(at);
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
        silencedByNegation |= negated;
        silencedByCondition |= conditional;
        if (!negated && !conditional) verb = next;
        negated = false;
    }

    private void endSentence() {
        finish();
        negated = false;
        conditional = false;
    }

    private void finish() {
        if (verb != null) found.add(new Clause(verb, governed, exceptions));
        verb = null;
        governed = new ArrayList<>();
        exceptions = new ArrayList<>();
        part = Part.GOVERNED;
    }

    private void place(int at, String word) {
        part = partAfter(at, word);
        if (part != Part.REASON && NEGATIONS.contains(word)) negated = true;
        if (verb == null && CONDITIONS.contains(word)) conditional = true;
        switch (part) {
            case GOVERNED -> govern(word);
            case EXCEPTIONS -> exceptions.add(word);
            case REASON, BEHIND_REASON -> {
            }
        }
    }

    /** "Off" belongs to the verb of "turn aws off"; in "turn stripe on, github off" it takes github back. */
    private void govern(String word) {
        if (verb != Verb.DEACTIVATE || !FixedWords.TAKING_BACK.contains(word)) governed.add(word);
    }

    private Part partAfter(int at, String word) {
        if (part == Part.REASON || part == Part.BEHIND_REASON) return PAUSES.contains(word) ? Part.BEHIND_REASON : part;
        if (EXCEPTIONS.contains(word) || NEGATIONS.contains(word)) return Part.EXCEPTIONS;
        return beginsReason(at, word) ? Part.REASON : part;
    }

    private boolean beginsReason(int at, String word) {
        boolean access = word.equals("to") && at > 0 && NOUNS_WITH_TO.contains(words.get(at - 1));
        return verb != null && SUBORDINATORS.contains(word) && !access;
    }
}
