package ai.igent.maestro.injector.script;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

import ai.igent.maestro.injector.played.PlayedSession;
import ai.igent.maestro.injector.played.PlayedSuite;

import static org.assertj.core.api.Assertions.assertThat;

/** Values arrive byte for byte, whatever is in them, whichever shell and way they take. */
@QuarkusTest
@WithTestResource(PlayedSuite.class)
class RoundTripTest extends ScriptTest {
    private static final List<String> NASTY = List.of("line\nbreak", "\n", "ends with breaks\n\n\n", "\r\n", " leading and trailing ", "\t",
            "it's", "'", "''", "\"double\"", "$HOME ${HOME} $(id) `id` $((1+1))", "\\", "\\n \\0 \\' \\\\", "*?[a-z]~", "-n", "--", "#503",
            "# no comment",
            "!history!", "a=b;c&d|e<f>g", "%s %d %%", "ünïcödé 日本語 \uD83D\uDD11", "\u0001\u0002\u001b[31m\u007f", "\u0080\u0088\u00ff",
            "EOF", "\nEOF\n",
            "#200", "x\n#200", "-----BEGIN PRIVATE KEY-----\nMIIE\n-----END PRIVATE KEY-----\n");
    private static final int RANDOM_VALUES = 1000;
    private static final int PER_BUNDLE = 100;

    @ParameterizedTest
    @EnumSource
    void nastyValuesAndOneOf64KiBArriveThroughExec(Shell shell) {
        Map<String, String> expected = new HashMap<>();
        NASTY.forEach(value -> expected.put("NASTY_" + expected.size(), value));
        expected.put("GREAT", "'\"$\n".repeat(16 * 1024));

        assertArrives(shell, expected);
    }

    @ParameterizedTest
    @EnumSource
    void aThousandRandomValuesArriveThroughExecDotenvAndShellCommands(Shell shell) throws IOException {
        Random random = new Random(20_260_101);
        for (int sent = 0; sent < RANDOM_VALUES; sent += PER_BUNDLE) {
            Map<String, String> expected = new HashMap<>();
            while (expected.size() < PER_BUNDLE)
                expected.put("V" + expected.size(), randomText(random));
            PlayedSession session = assertArrives(shell, expected);
            assertArrivesAs("text/x-dotenv", shell, session, expected);
            assertArrivesAs("text/x-shellscript", shell, session, expected);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aThousandRandomValuesAndTheNastyOnesArriveInAShellThatFollows(InteractiveShell kind) throws IOException {
        Random random = new Random(20_260_102);
        Map<String, String> nasty = new HashMap<>();
        NASTY.forEach(value -> nasty.put("NASTY_" + nasty.size(), value));
        nasty.put("GREAT", "'\"$\n".repeat(16 * 1024));
        assertFollows(kind, nasty);
        for (int sent = 0; sent < RANDOM_VALUES; sent += PER_BUNDLE) {
            Map<String, String> expected = new HashMap<>();
            while (expected.size() < PER_BUNDLE)
                expected.put("V" + expected.size(), randomText(random));
            assertFollows(kind, expected);
        }
    }

    private void assertFollows(InteractiveShell kind, Map<String, String> expected) throws IOException {
        PlayedSession session = suite.session();
        expected.forEach((name, value) -> session.activate(suite.vault().env(name, value)));
        SandboxMachine machine = enrolled(Shell.DASH, session);
        Path seen = root.resolve("seen");
        try (LiveShell shell = new LiveShell(kind, root, machine.environment()).following(machine, kind)) {
            shell.type("cat /proc/self/environ >'" + seen + "'");
        }

        assertThat(new SandboxMachine.Outcome(0, Files.readAllBytes(seen), "").environment()).containsAllEntriesOf(expected);
    }

    @ParameterizedTest
    @EnumSource
    void aFilesContentArrives(Shell shell) throws IOException {
        String content = String.join("\0", NASTY).replace('\0', '\n') + "x".repeat(40_000) + "\n\n";
        SandboxMachine machine = enrolled(shell, suite.session(suite.vault().file("F", content)));

        assertThat(machine.run("exec", "--", "sh", "-c", "cat \"$F\"").bytes()).isEqualTo(content.getBytes(StandardCharsets.UTF_8));
    }

    private PlayedSession assertArrives(Shell shell, Map<String, String> expected) {
        PlayedSession session = suite.session();
        expected.forEach((name, value) -> session.activate(suite.vault().env(name, value)));

        var outcome = enrolled(shell, session).run("exec", "--", "cat", "/proc/self/environ");

        assertThat(outcome.errors()).isEmpty();
        assertThat(outcome.environment()).containsAllEntriesOf(expected);
        return session;
    }

    private void assertArrivesAs(String form, Shell shell, PlayedSession session, Map<String, String> expected) throws IOException {
        Path file = Files.write(root.resolve("form"), as(session).accept(form).get(path(session, "bundle")).asByteArray());
        SandboxMachine machine = new SandboxMachine(root, shell, "set -a; . '" + file + "'; exec cat /proc/self/environ");

        assertThat(machine.run().environment()).containsAllEntriesOf(expected);
    }

    /** Every Unicode character but NUL and lone surrogates, those that mean something to a shell more often. */
    private static String randomText(Random random) {
        StringBuilder text = new StringBuilder();
        for (int left = 1 + random.nextInt(60); left > 0; left--)
            text.appendCodePoint(random.nextBoolean() ? "'\"\\$`\n #!*~;&|<>()=%\t\r".codePointAt(random.nextInt(20)) : character(random));
        return text.toString();
    }

    private static int character(Random random) {
        int character = 1 + random.nextInt(random.nextBoolean() ? 255 : Character.MAX_CODE_POINT);
        return character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE ? 'x' : character;
    }
}
