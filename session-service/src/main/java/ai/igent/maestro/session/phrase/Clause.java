package ai.igent.maestro.session.phrase;

import java.util.List;
import java.util.stream.Stream;

/** A verb, the words it governs, those that take something out again ("except production"), and those of a reason, which select nothing. */
record Clause(Verb verb, List<String> words, List<String> exceptions, List<String> reason) {
    Clause {
        words = List.copyOf(words);
        exceptions = List.copyOf(exceptions);
        reason = List.copyOf(reason);
    }

    /** Whether it means what other clauses do not: "deactivate everything else". */
    boolean isAboutOthers() {
        return words.stream().anyMatch(FixedWords.OTHERS::contains);
    }

    /** Whether it governs something, and is not the first of two verbs with one object ("activate and use aws"). */
    boolean hasObject() {
        return words.stream().anyMatch(word -> !FixedWords.JOINTS.contains(word));
    }

    boolean hasDurationInReason() {
        return reason.contains(SpokenDuration.PLACE);
    }

    /** Whether it speaks of a time that is no duration. */
    boolean speaksOfTime() {
        return Stream.concat(words.stream(), exceptions.stream()).anyMatch(TimeWords::isTime)
                || !reason.isEmpty() && TimeWords.isEnding(reason.getFirst());
    }
}
