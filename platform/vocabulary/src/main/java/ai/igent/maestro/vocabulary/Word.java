package ai.igent.maestro.vocabulary;

import java.util.Arrays;
import java.util.stream.Collectors;

/** A word of a closed list, in the one spelling that rows, JSON and events use. */
public interface Word {
    String text();

    /** @throws InvalidWord naming the legal words, never the text given */
    static <W extends Word> W parse(W[] words, String text) {
        for (W word : words)
            if (word.text().equals(text))
                return word;
        throw new InvalidWord("expected one of " + Arrays.stream(words).map(Word::text).collect(Collectors.joining(", ")));
    }
}
