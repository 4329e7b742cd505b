package ai.igent.maestro.contracts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A file outside the module that has to agree with the types: a reference page, a list of the deployment. */
record RepositoryFile(String text) {
    private static final Pattern TYPE_HEADING = Pattern.compile("(?m)^### `([^`]+)`$");
    private static final Pattern FIRST_WORD = Pattern.compile("(?m)^(\\S+) ");
    private static final Pattern FIRST_CELL = Pattern.compile("(?m)^\\| `([^`]+)` \\|");

    /** @param path from the root of the repository, which is found upwards from where the test runs */
    static RepositoryFile at(String path) {
        try {
            return new RepositoryFile(Files.readString(find(path)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Path find(String path) {
        return Stream.iterate(Path.of("").toAbsolutePath(), Objects::nonNull, Path::getParent).map(folder -> folder.resolve(path))
                .filter(Files::isRegularFile).findFirst().orElseThrow();
    }

    /** What the lines begin with, up to the first space. */
    List<String> firstWords() {
        return matches(FIRST_WORD, text);
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
