package ai.igent.maestro.session.phrase;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * {@code phrases.txt}: phrases with what was active before and the outcome that is expected, in named parts. An outcome is what is activated (+),
 * deactivated (-) or asked (?), the duration, and behind an exclamation mark the codes of what the writer is told.
 */
final class PhraseTable {
    private static final Pattern ESCAPED = Pattern.compile("\\\\u([0-9a-f]{4,5})");

    private PhraseTable() {}

    /** @param active short names of the {@link Wardrobe} */
    record Row(String part, String phrase, String active, String outcome) {
        boolean isHostile() {
            return part.startsWith("hostile");
        }
    }

    static List<Row> rows() {
        try (var table = new BufferedReader(
                new InputStreamReader(PhraseTable.class.getResourceAsStream("/phrases.txt"), StandardCharsets.UTF_8))) {
            return rows(table.lines().filter(line -> !line.isBlank()).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Row> rows(List<String> lines) {
        List<Row> rows = new ArrayList<>();
        String part = "";
        for (String line : lines)
            if (line.startsWith("# ")) part = line.substring(2);
            else
                rows.add(row(part, line.split("\\|", -1)));
        return rows;
    }

    private static Row row(String part, String[] cells) {
        return new Row(part, unescaped(cells[0].strip()), cells[1].strip(), cells[2].strip());
    }

    /** Characters that an editor would not show stand as a backslash, u and their code in hexadecimal digits. */
    private static String unescaped(String text) {
        return ESCAPED.matcher(text).replaceAll(code -> Character.toString(Integer.parseInt(code.group(1), 16)).replace("\\", "\\\\"));
    }
}
