package ai.igent.maestro.vault.dotenv;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import ai.igent.maestro.vocabulary.InvalidWord;
import ai.igent.maestro.vocabulary.SecretValue;

/** The text of a {@code .env} file, read once from its beginning to its end. */
public final class DotenvText {
    private static final Pattern ASSIGNMENT = Pattern.compile("[ \\t]*+(?:export[ \\t]++)?([\\w.-]++)(?:[ \\t]*+=|:[ \\t]++)[ \\t]*+");
    private static final Pattern NOTHING = Pattern.compile("\\s*+(?:#.*+)?");
    private static final String QUOTES = "'\"`";

    private final String text;
    private final List<Line> lines = new ArrayList<>();
    private int at;
    private int number = 1;

    private DotenvText(String text) {
        this.text = text;
    }

    public static List<Line> read(String text) {
        var reader = new DotenvText(text.replace("\r\n", "\n").replace('\r', '\n').replace("\uFEFF", ""));
        while (reader.at < reader.text.length())
            reader.readLine();
        return reader.lines;
    }

    private void readLine() {
        Matcher assignment = ASSIGNMENT.matcher(text).region(at, endOfLine(at));
        if (assignment.lookingAt()) readValue(assignment.group(1), assignment.end());
        else {
            if (!isNothing(at, endOfLine(at))) unfit(null, "unreadable", "is no assignment");
            proceed(endOfLine(at));
        }
    }

    private void readValue(String name, int start) {
        if (start < text.length() && QUOTES.indexOf(text.charAt(start)) >= 0) readQuoted(name, start);
        else {
            int comment = text.indexOf('#', start);
            int end = comment >= 0 ? Math.min(comment, endOfLine(start)) : endOfLine(start);
            assign(name, text.substring(start, end).strip());
            proceed(endOfLine(start));
        }
    }

    private void readQuoted(String name, int start) {
        int end = closing(text.charAt(start), start);
        if (end < 0) {
            unfit(name, "unterminated-quote", "has a quote that does not end");
            proceed(endOfLine(start));
        } else if (!isNothing(end + 1, endOfLine(end))) {
            unfit(name, "text-after-quote", "has more text after the quoted value");
            proceed(endOfLine(end));
        } else {
            assign(name, unquoted(text.charAt(start), text.substring(start + 1, end)));
            proceed(endOfLine(end));
        }
    }

    /** The next such quote that no backslash escapes. */
    private int closing(char quote, int start) {
        int end = text.indexOf(quote, start + 1);
        while (end >= 0 && text.charAt(end - 1) == '\\')
            end = text.indexOf(quote, end + 1);
        return end;
    }

    /** Only double quotes know escapes, and only those of line ends. */
    private static String unquoted(char quote, String inside) {
        return quote == '"' ? inside.replace("\\n", "\n").replace("\\r", "\r") : inside;
    }

    private void assign(String name, String value) {
        try {
            lines.add(new Line.Assignment(number, name, SecretValue.of(value)));
        } catch (InvalidWord unfit) {
            unfit(name, "invalid-value", unfit.reason());
        }
    }

    private void unfit(String name, String code, String reason) {
        lines.add(new Line.Unfit(number, name, code, reason));
    }

    private boolean isNothing(int from, int to) {
        return NOTHING.matcher(text).region(from, to).matches();
    }

    private int endOfLine(int from) {
        int end = text.indexOf('\n', from);
        return end < 0 ? text.length() : end;
    }

    /** Past the line end at {@code end}; counts the lines that a value went over. */
    private void proceed(int end) {
        number += (int) text.substring(at, end).chars().filter(character -> character == '\n').count() + 1;
        at = end + 1;
    }
}
