package ai.igent.maestro.injector.scan;

import java.io.ByteArrayOutputStream;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

/** What a line of a unified diff says outside of hunks, if it says something about the new file. */
sealed interface DiffHeader {
    record NewFile(String path) implements DiffHeader {}

    /** @param from the number of the first line in the new file */
    record Hunk(long from, long oldLines, long newLines) implements DiffHeader {}

    static Optional<DiffHeader> of(byte[] line) {
        String text = new String(line, ISO_8859_1);
        Matcher hunk = Notation.HUNK.matcher(text);
        if (hunk.lookingAt())
            return Optional.of(new Hunk(Notation.number(hunk.group(2)), Notation.count(hunk.group(1)), Notation.count(hunk.group(3))));
        return text.startsWith(Notation.NEW_FILE)
                ? Optional.of(new NewFile(Notation.path(text.substring(Notation.NEW_FILE.length()))))
                : Optional.empty();
    }

    /** How diff and git write it. The text has one character for each byte. */
    final class Notation {
        private static final String NEW_FILE = "+++ ";
        private static final Pattern HUNK = Pattern.compile("@@ -\\d{1,15}(?:,(\\d{1,15}))? \\+(\\d{1,15})(?:,(\\d{1,15}))? @@");
        private static final Pattern PREFIX = Pattern.compile("[abciwo]/");
        private static final Pattern ESCAPE = Pattern.compile("\\\\([0-7]{3}|.)");
        private static final String LETTERS = "abtnvfr";
        private static final String MEANINGS = "\u0007\b\t\n\u000b\f\r";
        private static final int OCTAL = 8;

        private Notation() {}

        static long number(String digits) {
            return Long.parseLong(digits);
        }

        /** One line where there is no count. */
        static long count(String digits) {
            return digits == null ? 1 : number(digits);
        }

        /** Without the prefix that stands for the side, and without the time behind a tab. */
        static String path(String written) {
            boolean isQuoted = written.length() > 1 && written.startsWith("\"") && written.endsWith("\"");
            String name = isQuoted ? unquoted(written.substring(1, written.length() - 1)) : written.split("[\t\r]", 2)[0];
            Matcher prefix = PREFIX.matcher(name);
            return new String((prefix.lookingAt() ? name.substring(prefix.end()) : name).getBytes(ISO_8859_1), UTF_8);
        }

        private static String unquoted(String quoted) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            Matcher escape = ESCAPE.matcher(quoted);
            int at = 0;
            for (; escape.find(at); at = escape.end()) {
                bytes.writeBytes(quoted.substring(at, escape.start()).getBytes(ISO_8859_1));
                bytes.write(meaning(escape.group(1)));
            }
            bytes.writeBytes(quoted.substring(at).getBytes(ISO_8859_1));
            return bytes.toString(ISO_8859_1);
        }

        private static int meaning(String escaped) {
            if (escaped.length() > 1) return Integer.parseInt(escaped, OCTAL);
            int letter = LETTERS.indexOf(escaped);
            return letter < 0 ? escaped.charAt(0) : MEANINGS.charAt(letter);
        }
    }
}
