package ai.igent.maestro.local;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where and how a stack runs.
 *
 * @param programs where the built modules are found: the repository, or a copy of what was built from it
 * @param state the folder that holds everything the stack keeps
 * @param parts what it consists of; a part that is left out is somebody else's business
 * @param portBase the first of its ports; 0 for any free ones
 * @param javaOptions for the services' JVMs, after the stack's own
 * @param progress told what is happening, line by line
 * @param otherVault the settings of a Vault that is not the stack's own, as the services take them; none without such a Vault
 */
public record Options(Path programs, Path state, Set<Part> parts, int portBase, List<String> javaOptions, PrintStream progress,
        Map<String, String> otherVault) {
    private static final String OF_VAULT = "VAULT_";
    private static final String OF_THE_ENVELOPE = "MAESTRO_ENVELOPE_VAULT_";

    /** Of a stack whose data keys no other Vault wraps. */
    public Options(Path programs, Path state, Set<Part> parts, int portBase, List<String> javaOptions, PrintStream progress) {
        this(programs, state, parts, portBase, javaOptions, progress, Map.of());
    }

    /** Those of {@link #from}, for another program that the launcher script runs. */
    public static Options fromEnvironment() {
        return from(System.getenv());
    }

    /** As the launcher script runs it: it says where everything is, MAESTRO_PORT_BASE and MAESTRO_JAVA_OPTIONS come from the user. */
    static Options from(Map<String, String> environment) {
        String options = environment.getOrDefault("MAESTRO_JAVA_OPTIONS", "").strip();
        return new Options(folder(environment, "MAESTRO_PROGRAMS"), folder(environment, "MAESTRO_HOME"), Part.usual(),
                portBase(environment), options.isEmpty() ? List.of() : List.of(options.split("\\s+")), System.out, otherVault(environment));
    }

    private static Map<String, String> otherVault(Map<String, String> environment) {
        return environment.getOrDefault("VAULT_ADDR", "").isBlank()
                ? Map.of()
                : environment.entrySet().stream()
                        .filter(setting -> setting.getKey().startsWith(OF_VAULT) || setting.getKey().startsWith(OF_THE_ENVELOPE))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Path folder(Map<String, String> environment, String name) {
        if (environment.getOrDefault(name, "").isBlank())
            throw new StackFailure(name + " is not set: start this program by ./maestro.");
        return Path.of(environment.get(name)).toAbsolutePath();
    }

    /** For a test: free ports, a folder of its own, silence. */
    public static Options forTest(Path state) {
        return new Options(projectAbove(Path.of("").toAbsolutePath()), state.toAbsolutePath(), Part.usual(), 0, List.of(),
                new PrintStream(PrintStream.nullOutputStream(), true, StandardCharsets.UTF_8));
    }

    /** The same, with these parts only. */
    public Options only(Part... some) {
        return new Options(programs, state, EnumSet.copyOf(List.of(some)), portBase, javaOptions, progress, otherVault);
    }

    /** The same, with a Vault that wraps the data keys. */
    public Options withVault() {
        Set<Part> more = EnumSet.of(Part.HASHICORP_VAULT);
        more.addAll(parts);
        return new Options(programs, state, more, portBase, javaOptions, progress, otherVault);
    }

    /** The folder of a service's built program. */
    Path program(Part service) {
        return programs.resolve(service.title()).resolve("target/quarkus-app");
    }

    private static int portBase(Map<String, String> environment) {
        String text = environment.getOrDefault("MAESTRO_PORT_BASE", String.valueOf(Ports.DEFAULT_BASE));
        try {
            int base = Integer.parseInt(text);
            if (base == 0 || base >= 1024 && base <= 65000)
                return base;
        } catch (NumberFormatException notANumber) {
            throw new StackFailure("MAESTRO_PORT_BASE must be 0 or a number from 1024 to 65000, not \"" + text + "\".", notANumber);
        }
        throw new StackFailure("MAESTRO_PORT_BASE must be 0 or a number from 1024 to 65000, not " + text + ".");
    }

    private static Path projectAbove(Path folder) {
        for (Path each = folder; each != null; each = each.getParent())
            if (Files.exists(each.resolve("maestro")) && Files.exists(each.resolve("vault-service")))
                return each;
        throw new StackFailure("This is not inside a checkout of Maestro Secrets: " + folder + ".");
    }
}
