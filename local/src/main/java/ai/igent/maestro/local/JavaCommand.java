package ai.igent.maestro.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * How a part is started: with this launcher's JDK, frugal with memory and never dumping it, in a session of its own so that Ctrl-C reaches the launcher
 * alone.
 */
final class JavaCommand {
    private static final List<String> FRUGAL = List.of("-XX:-HeapDumpOnOutOfMemoryError", "-XX:-CreateCoredumpOnCrash",
            "-XX:+UseSerialGC", "-XX:+UseCompactObjectHeaders", "-XX:TieredStopAtLevel=1",
            "-Xshare:auto",
            "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow");
    private static final Path SET_SESSION = Path.of("/usr/bin/setsid");

    private final Options options;

    JavaCommand(Options options) {
        this.options = options;
    }

    List<String> of(Part part) {
        List<String> command = new ArrayList<>(inItsOwnSession());
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(FRUGAL);
        command.addAll(switch (part) {
            case POSTGRES -> throw new IllegalArgumentException("PostgreSQL is no Java program");
            case KAFKA -> withClassPath("256m", KafkaProcess.class.getName());
            case ISSUER -> withClassPath("48m", "ai.igent.maestro.local.issuer.LocalIssuer");
            case AUDIT, VAULT, SESSION, OAUTH, INJECTOR, CONSOLE -> service(part);
        });
        return command;
    }

    /** What to put before a command, so that the terminal's signals do not reach it; nothing where the system has no such program. */
    static List<String> inItsOwnSession() {
        return Files.isExecutable(SET_SESSION) ? List.of(SET_SESSION.toString()) : List.of();
    }

    private List<String> service(Part part) {
        Path jar = options.programs().resolve(part.title()).resolve("target/quarkus-app/quarkus-run.jar");
        requireBuilt(jar, part.title());
        return Stream.concat(Stream.concat(Stream.of("-Xmx160m"), options.javaOptions().stream()), Stream.of("-jar", jar.toString()))
                .toList();
    }

    private List<String> withClassPath(String heap, String main) {
        Path target = options.programs().resolve("local/target");
        requireBuilt(target.resolve("lib"), "local");
        return List.of("-Xmx" + heap, "-cp", target.resolve("classes") + ":" + target.resolve("lib") + "/*", main);
    }

    private static void requireBuilt(Path output, String module) {
        if (!Files.exists(output))
            throw new StackFailure("The module " + module + " has not been built: ./maestro up builds what is missing.");
    }
}
