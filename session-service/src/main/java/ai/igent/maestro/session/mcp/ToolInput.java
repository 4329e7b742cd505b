package ai.igent.maestro.session.mcp;

import java.util.List;
import java.util.function.Function;

import ai.igent.maestro.vocabulary.InvalidWord;

/** Bounds what a tool is called with, as HTTP requests are bounded. */
public final class ToolInput {
    private ToolInput() {}

    /** @throws InvalidWord when it is too long */
    public static String text(String name, String value, int longest) {
        if (value != null && value.length() > longest) throw new InvalidWord(name + " must have at most " + longest + " characters");
        return value;
    }

    /** @return null for null. @throws InvalidWord when there are too many, one is null, or {@code read} refuses one */
    public static <T> List<T> list(String name, List<String> values, int most, Function<String, T> read) {
        if (values == null) return null;
        if (values.size() > most) throw new InvalidWord(name + " must have at most " + most + " items");
        return values.stream().map(value -> item(name, value, read)).toList();
    }

    private static <T> T item(String name, String value, Function<String, T> read) {
        if (value == null) throw new InvalidWord(name + " must not contain null");
        return read.apply(value);
    }

    /** @throws InvalidWord when it is not within the bounds */
    public static int number(String name, Integer value, int usual, int most) {
        int number = value == null ? usual : value;
        if (number < 1 || number > most) throw new InvalidWord(name + " must be from 1 to " + most);
        return number;
    }
}
