package ai.igent.maestro.injector.script;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

import ai.igent.maestro.injector.played.PlayedSession;
import ai.igent.maestro.injector.played.PlayedSuite;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * No subcommand shows a value or token in an argument list, to a program it starts, or in a trace. Run inside an {@code exec}, so that there are values
 * which could be shown.
 */
@QuarkusTest
@WithTestResource(PlayedSuite.class)
class ArgumentsTest extends ScriptTest {
    private static final List<String> SUBCOMMANDS = List.of("list", "status", "wait --revision 2", "diagnose A", "scan text",
            "git-credential get", "mask", "guard install", "guard scan", "guard remove", "exec -- /bin/true", "shell-init bash", "enroll",
            "help");

    @ParameterizedTest
    @EnumSource
    void noSubcommandShowsAValueToAnybody(Shell shell) throws IOException {
        PlayedSession session = suite.session(suite.vault().env("A", value()), suite.vault().file("F", value()));
        SandboxMachine machine = enrolled(shell, session);
        Repository.in(machine, root.resolve("repository")).stage("text", "clean\n");
        Path calls = root.resolve("calls");
        machine.with("PATH", RecordedCommands.in(root.resolve("bin"), calls));

        try (ProcessWatch watch = new ProcessWatch()) {
            for (String subcommand : SUBCOMMANDS)
                assertShowsNothing(machine, shell, subcommand, session);

            assertThat(watch.seen()).anyMatch(arguments -> arguments.contains("curl"));
            assertThat(watch.seen()).noneMatch(arguments -> arguments.contains(value()) || arguments.contains(session.token()));
        }
        assertThat(Files.readString(calls)).contains("curl", "git").doesNotContain(value()).doesNotContain(session.token());
    }

    /** The command of the outer {@code exec} is given by its path: it alone is started with the values. */
    private void assertShowsNothing(SandboxMachine machine, Shell shell, String subcommand, PlayedSession session) {
        String interpreter = String.join(" ", shell.command()).replaceFirst(shell.command().getFirst(),
                RecordedCommands.find(shell.command().getFirst()).toString());

        var outcome = machine.run("exec", "--", "/bin/sh", "-c", "cd repository && printf 'protocol=https\\nhost=example.com\\n\\n' | "
                + interpreter + " -x '" + machine.script() + "' " + subcommand);

        assertThat(outcome.exit()).as(subcommand + ": " + outcome.errors()).isZero();
        assertThat(outcome.output() + outcome.errors()).as(subcommand).doesNotContain(value()).doesNotContain(session.token());
    }
}
