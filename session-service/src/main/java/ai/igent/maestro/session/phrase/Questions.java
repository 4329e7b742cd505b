package ai.igent.maestro.session.phrase;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A phrase without its questions: sentences that begin with a word that asks, to their question mark, or else to the end, because nothing else
 * tells where what is asked about ends. "Could you" asks for something to be done.
 */
record Questions(boolean asked, List<String> rest) {
    private static final Set<String> ASKING = Set.of("which", "what", "what's", "whats", "is", "are", "was", "were", "why", "how", "who",
            "whose", "where", "should", "shall", "does", "did", "list", "show");
    private static final Set<String> BEFORE = Set.of(SpokenWords.COMMA, "hi", "hello", "hey", "ok", "okay", "please", "so", "and", "but",
            "well", "now", "then");
    private static final Set<String> ASKED = Set.of("you", "i", "we", "they", "he", "she", "the", "these", "those", "any", "my", "our",
            "all", "your", "agents", "secrets", "sandboxes");

    Questions {
        rest = List.copyOf(rest);
    }

    static Questions in(List<String> words) {
        List<String> rest = new ArrayList<>();
        boolean asked = false;
        boolean begins = true;
        for (int at = 0; at < words.size(); at++) {
            String word = words.get(at);
            if (begins && asks(words, at)) {
                asked = true;
                at = endOfQuestion(words, at);
                continue;
            }
            boolean ends = word.equals(SpokenWords.STOP) || word.equals(SpokenWords.QUESTION_MARK);
            rest.add(ends ? SpokenWords.STOP : word);
            begins = ends || begins && BEFORE.contains(word);
        }
        return new Questions(asked, rest);
    }

    /** "Do you" asks, "do not" and "do activate" do not. */
    private static boolean asks(List<String> words, int at) {
        if (!words.get(at).equals("do")) return ASKING.contains(words.get(at));
        return at + 1 < words.size() && ASKED.contains(words.get(at + 1));
    }

    private static int endOfQuestion(List<String> words, int from) {
        int mark = words.subList(from, words.size()).indexOf(SpokenWords.QUESTION_MARK);
        return mark < 0 ? words.size() : from + mark;
    }
}
