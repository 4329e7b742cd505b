package ai.igent.maestro.session.phrase;

import java.util.List;
import java.util.Optional;

/** Whose something is, as phrases say it: "bob's", "of bob". */
final class Possessive {
    private static final String ENDING = "'s";
    private static final String PREPOSITION = "of";

    private Possessive() {}

    /** The possessor a word like "bob's" names. */
    static Optional<String> stem(String word) {
        return word.length() > ENDING.length() && word.endsWith(ENDING)
                ? Optional.of(word.substring(0, word.length() - ENDING.length()))
                : Optional.empty();
    }

    /** Whether the word at {@code at} stands behind "of". */
    static boolean follows(List<String> words, int at) {
        return at > 0 && words.get(at - 1).equals(PREPOSITION);
    }
}
