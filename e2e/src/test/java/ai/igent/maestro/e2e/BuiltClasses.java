package ai.igent.maestro.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;

/** What the modules of this repository were compiled into, and the sources it came from; tests are left out. */
final class BuiltClasses {
    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();

    private BuiltClasses() {}

    /** The folders of the modules that have programs in them. */
    static List<Path> modules() {
        return Stream.of(ROOT, ROOT.resolve("platform"), ROOT.resolve("local")).flatMap(BuiltClasses::children)
                .filter(module -> Files.isDirectory(module.resolve("src/main/java"))).toList();
    }

    static JavaClasses all() {
        return new ClassFileImporter().importPaths(modules().stream().map(module -> module.resolve("target/classes")).toList());
    }

    private static Stream<Path> children(Path folder) {
        try (var children = Files.list(folder)) {
            return children.sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
