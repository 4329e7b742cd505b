package ai.igent.maestro.contracts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A page of docs/reference, as far as tests read it. */
record ReferencePage(String text) {
    private static final Pattern TYPE_HEADING = Pattern.compile("(?m)^### `([^`]+)`$");
    private static final Pattern FIRST_CELL = Pattern.compile("(?m)^\\| `([^`]+)` \\|");

    static ReferencePage named(String name) {
        try {
            return new ReferencePage(Files.readString(reference().resolve(name)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Found upwards from where the test runs: Maven runs it in the module, an editor perhaps elsewhere. */
    private static Path reference() {
        return Stream.iterate(Path.of("").toAbsolutePath(), Path::getParent).takeWhile(folder -> folder != null)
                .map(folder -> folder.resolve("docs/reference")).filter(Files::isDirectory).findFirst().orElseThrow();
    }

    /** The types that have a heading of their own, in the order of the page. */
    List<String> typeHeadings() {
        return matches(TYPE_HEADING, text);
    }

    /** What the rows of the page's tables begin with, where that is one word of code. */
    List<String> firstCells() {
        return matches(FIRST_CELL, text);
    }

    /** From the type's heading to the next heading. */
    String sectionOf(String type) {
        String heading = "### `" + type + "`\n";
        int from = text.indexOf(heading) + heading.length();
        int to = text.indexOf("\n#", from);
        return to < 0 ? text.substring(from) : text.substring(from, to);
    }

    /** The JSON between the first fences of the type's section. */
    String exampleOf(String type) {
        String section = sectionOf(type);
        int from = section.indexOf("```json\n") + "```json\n".length();
        return section.substring(from, section.indexOf("\n```", from));
    }

    private static List<String> matches(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(match -> match.group(1)).toList();
    }
}
