package ai.igent.maestro.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** How a part is started: with this launcher's JDK, frugal with memory, in a session of its own so that Ctrl-C reaches the launcher alone. */
final class JavaCommand {
    /** The archive of classes stays at the address it was made for: elsewhere each of its pages would be changed, and be memory of this JVM alone. */
    private static final List<String> FRUGAL = List.of("-XX:+UseSerialGC", "-XX:+UseCompactObjectHeaders",
            "-XX:+UnlockDiagnosticVMOptions", "-XX:ArchiveRelocationMode=0",
            "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow");
    /** As in deploy/kubernetes, see docs/adr/0020: memory is bounded, none is written anywhere, and who runs out of it is started anew. */
    private static final List<String> SERVICE = List.of("-Xms48m", "-Xmx128m", "-XX:MinHeapFreeRatio=15", "-XX:MaxHeapFreeRatio=30",
            "-XX:SurvivorRatio=3", "-XX:TargetSurvivorRatio=90", "-XX:MaxDirectMemorySize=32m",
            "-XX:ReservedCodeCacheSize=64m", "-XX:TrimNativeHeapInterval=2000",
            "-XX:+ExitOnOutOfMemoryError", "-XX:-HeapDumpOnOutOfMemoryError", "-XX:-CreateCoredumpOnCrash");
    /** All these JVMs start at once on one machine: their compilers wait for what they compile. A JVM whose user is not root writes a warning and does it. */
    private static final List<String> CROWDED = List.of("-XX:ThreadPriorityPolicy=1", "-XX:CompilerThreadPriority=4");
    /** Six services share this machine's processors, and each would take two event loops for every processor: see docs/adr/0029. */
    private static final String EVENT_LOOPS = "-Dquarkus.vertx.event-loops-pool-size="
            + Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
    /** What runs for a moment or does little is not worth the better compiler. */
    private static final List<String> HELPER = List.of("-XX:TieredStopAtLevel=1");
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
            case POSTGRES, HASHICORP_VAULT -> throw new IllegalArgumentException(part.title() + " is no Java program");
            case KAFKA -> withClassPath(CROWDED, "256m", KafkaProcess.class.getName());
            case ISSUER -> withClassPath(HELPER, "48m", "ai.igent.maestro.local.issuer.LocalIssuer");
            case AUDIT, VAULT, SESSION, OAUTH, INJECTOR, CONSOLE -> service(part);
        });
        return command;
    }

    /** What to put before a command, so that the terminal's signals do not reach it; nothing where the system has no such program. */
    static List<String> inItsOwnSession() {
        return Files.isExecutable(SET_SESSION) ? List.of(SET_SESSION.toString()) : List.of();
    }

    private List<String> service(Part part) {
        Path program = options.program(part);
        Path jar = program.resolve("quarkus-run.jar");
        requireBuilt(jar, part.title());
        return Stream
                .of(SERVICE, CROWDED, List.of(EVENT_LOOPS), compiler(part), AotCache.use(program), options.javaOptions(),
                        List.of("-jar", jar.toString()))
                .flatMap(List::stream).toList();
    }

    /**
     * They pass on what one person clicks, and wait for providers: the better compiler would work for minutes to save less. In training it learns all the
     * same, for where the caches are taken to.
     */
    private List<String> compiler(Part part) {
        boolean idle = part == Part.CONSOLE || part == Part.OAUTH;
        return idle && !AotCache.isRecordedWith(options.javaOptions()) ? HELPER : List.of();
    }

    private List<String> withClassPath(List<String> compiler, String heap, String main) {
        Path target = options.programs().resolve("local/target");
        requireBuilt(target.resolve("lib"), "local");
        return Stream.of(compiler, List.of("-Xmx" + heap, "-cp", target.resolve("classes") + ":" + target.resolve("lib") + "/*", main))
                .flatMap(List::stream).toList();
    }

    private static void requireBuilt(Path output, String module) {
        if (!Files.exists(output))
            throw new StackFailure("The module " + module + " has not been built: ./maestro up builds what is missing.");
    }
}
