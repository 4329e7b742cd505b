package ai.igent.maestro.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What a service's JVM learned in a training run: which classes it loads and how they are linked, and which methods are worth compiling. It makes
 * a start faster and changes nothing else. A JVM that cannot use it, because a jar or the JDK is another one by now, starts without it.
 */
final class AotCache {
    /** Beside the program; where Quarkus puts it into an image. */
    private static final String FILE = "app.aot";
    /** In the working folder of the part that records it. */
    private static final String RECORDING = "training.aotconf";
    private static final String RECORD = "-XX:AOTMode=record";

    private AotCache() {}

    static Path of(Path program) {
        return program.resolve(FILE);
    }

    /** Lets a program start from its cache, if it has one. */
    static List<String> use(Path program) {
        return Files.exists(of(program)) ? List.of("-XX:AOTCache=" + of(program)) : List.of();
    }

    /** Lets a JVM write down in its working folder, when it ends, what it did. */
    static List<String> record() {
        return List.of(RECORD, "-XX:AOTConfiguration=" + RECORDING);
    }

    static boolean isRecordedWith(List<String> javaOptions) {
        return javaOptions.contains(RECORD);
    }

    static Path recordedIn(Path workingFolder) {
        return workingFolder.resolve(RECORDING);
    }

    /** Makes a cache of what was recorded. The JVM ends then and runs no program, but the rest of its command must be the one to come. */
    static List<String> create(Path recording, Path cache) {
        return List.of("-XX:AOTMode=create", "-XX:AOTConfiguration=" + recording, "-XX:AOTCache=" + cache);
    }
}
