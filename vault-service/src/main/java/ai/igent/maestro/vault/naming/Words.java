package ai.igent.maestro.vault.naming;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The words of a name, in lower case. */
final class Words {
    private static final Pattern SEPARATORS = Pattern.compile("[_. -]+");

    private Words() {}

    static List<String> of(String text) {
        return Arrays.stream(SEPARATORS.split(text.toLowerCase(Locale.ROOT))).filter(word -> !word.isEmpty()).toList();
    }

    /** Those of {@code words} that stand in {@code other} in the same order: as many as there can be. */
    static List<String> inOrder(List<String> words, List<String> other) {
        int[][] longest = new int[words.size() + 1][other.size() + 1];
        for (int i = words.size() - 1; i >= 0; i--)
            for (int j = other.size() - 1; j >= 0; j--)
                longest[i][j] = words.get(i).equals(other.get(j))
                        ? longest[i + 1][j + 1] + 1
                        : Math.max(longest[i + 1][j], longest[i][j + 1]);
        List<String> found = new ArrayList<>();
        for (int i = 0, j = 0; i < words.size() && j < other.size();)
            if (words.get(i).equals(other.get(j))) {
                found.add(words.get(i++));
                j++;
            } else if (longest[i + 1][j] >= longest[i][j + 1]) i++;
            else
                j++;
        return found;
    }

    /** Whether {@code part} stands in {@code words} without a gap. */
    static boolean contain(List<String> words, List<String> part) {
        return Collections.indexOfSubList(words, part) >= 0;
    }

    /** What is left of {@code words} without those of {@code others}. */
    static List<String> without(List<String> words, List<String> others) {
        List<String> left = new ArrayList<>(words);
        others.forEach(left::remove);
        return left;
    }
}
