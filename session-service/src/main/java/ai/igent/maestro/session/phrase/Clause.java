package ai.igent.maestro.session.phrase;

import java.util.List;

/** A verb, the words it governs, and the words that take something out again ("except production"). */
record Clause(Verb verb, List<String> words, List<String> exceptions) {
    Clause {
        words = List.copyOf(words);
        exceptions = List.copyOf(exceptions);
    }
}
