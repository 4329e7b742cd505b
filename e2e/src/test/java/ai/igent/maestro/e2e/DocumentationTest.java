package ai.igent.maestro.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A page of the documentation leads nowhere that does not exist. */
class DocumentationTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern RELATIVE_LINK = Pattern.compile("]\\((?!https?:|mailto:|#)([^)#\\s]+)(#[^)]*)?\\)");

    @ParameterizedTest
    @MethodSource("pages")
    void everyRelativeLinkHasItsTarget(Path page) throws IOException {
        List<String> links = RELATIVE_LINK.matcher(Files.readString(page)).results().map(link -> link.group(1)).toList();

        assertThat(links).allSatisfy(link -> assertThat(page.resolveSibling(link)).exists());
    }

    static Stream<Path> pages() throws IOException {
        Stream<Path> top = Stream.of("README.md", "CONTRIBUTING.md").map(ROOT::resolve);
        return Stream.concat(top, Stream.concat(markdown("docs"), markdown("deploy")));
    }

    private static Stream<Path> markdown(String folder) throws IOException {
        try (Stream<Path> all = Files.walk(ROOT.resolve(folder))) {
            return all.filter(file -> file.toString().endsWith(".md")).toList().stream();
        }
    }
}
