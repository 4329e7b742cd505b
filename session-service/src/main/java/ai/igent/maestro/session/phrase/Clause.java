package ai.igent.maestro.session.phrase;

import java.util.List;

/** A verb, the words it governs, and the words that take something out again ("except production"). */
record Clause(Verb verb, List<String> words, List<String> exceptions) {
    Clause {
        words = List.copyOf(words);
        exceptions = List.copyOf(exceptions);
    }

    /** Whether it means what other clauses do not: "deactivate everything else". */
    boolean isAboutOthers() {
        return words.stream().anyMatch(FixedWords.OTHERS::contains);
    }

    /** Whether it governs something, and is not the first of two verbs with one object ("activate and use aws"). */
    boolean hasObject() {
        return words.stream().anyMatch(word -> !FixedWords.JOINTS.contains(word));
    }
}
