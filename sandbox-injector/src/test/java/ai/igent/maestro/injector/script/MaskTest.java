package ai.igent.maestro.injector.script;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

import ai.igent.maestro.injector.played.PlayedSession;
import ai.igent.maestro.injector.played.PlayedSuite;

import static org.assertj.core.api.Assertions.assertThat;

/** The filter that takes values out of output. */
@QuarkusTest
@WithTestResource(PlayedSuite.class)
class MaskTest extends ScriptTest {
    @ParameterizedTest
    @EnumSource
    void linesComeThroughAsTheyAreWrittenWithoutTheValues(Shell shell) throws IOException {
        SandboxMachine machine = enrolled(shell, suite.session(suite.vault().env("A", value())));
        Process mask = machine.start("mask");
        OutputStream input = mask.getOutputStream();
        for (int number = 1; number <= 3; number++) {
            input.write(("line " + number + " has " + value() + " in it\n").repeat(50).getBytes(StandardCharsets.UTF_8));
            input.flush();

            assertThat(mask.inputReader().readLine()).isEqualTo("line " + number + " has [A] in it");
            for (int rest = 1; rest < 49; rest++)
                assertThat(mask.inputReader().readLine()).doesNotContain(value());
            if (number < 3) assertThat(mask.inputReader().readLine()).isNotNull();
        }
        input.close();

        assertThat(mask.inputReader().readLine()).isEqualTo("line 3 has [A] in it");
        assertThat(machine.finish(mask).exit()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void bytesThatAreNoTextComeThroughAsTheyAre(Shell shell) throws IOException {
        SandboxMachine machine = enrolled(shell, suite.session(suite.vault().env("A", value())));
        byte[] bytes = new byte[256 * 1024];
        new Random(7).nextBytes(bytes);
        Process mask = machine.start("mask");
        Thread.ofVirtual().start(() -> feed(mask, bytes));

        var outcome = new SandboxMachine.Outcome(0, mask.getInputStream().readAllBytes(), "");

        assertThat(outcome.bytes()).isEqualTo(bytes);
        assertThat(machine.finish(mask).exit()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void whatCannotBeMaskedIsWithheld(Shell shell) throws IOException {
        PlayedSession session = suite.session(suite.vault().env("A", value()));
        SandboxMachine machine = enrolled(shell, session).with("MAESTRO_INJECTOR_URL", "http://127.0.0.1:9");
        Process mask = machine.start("mask");
        feed(mask, ("something with " + value()).getBytes(StandardCharsets.UTF_8));

        var outcome = machine.finish(mask);

        assertThat(outcome.exit()).isEqualTo(69);
        assertThat(outcome.output()).isEmpty();
        assertThat(outcome.errors()).contains("withheld");
    }

    @ParameterizedTest
    @EnumSource
    void ofASessionThatHasEndedNothingIsMaskedAndThatIsSaid(Shell shell) throws IOException {
        PlayedSession session = suite.session(suite.vault().env("A", value()));
        SandboxMachine machine = enrolled(shell, session);
        session.end();
        Process mask = machine.start("mask");
        feed(mask, ("something with " + value()).getBytes(StandardCharsets.UTF_8));

        var outcome = machine.finish(mask);

        assertThat(outcome.exit()).isEqualTo(77);
        assertThat(outcome.output()).isEmpty();
        assertThat(outcome.errors()).contains("session has ended").contains("withheld");
    }

    @ParameterizedTest
    @EnumSource
    void noValueIsAnArgument(Shell shell) throws IOException {
        PlayedSession session = suite.session(suite.vault().env("A", value()));
        Path calls = root.resolve("calls");
        SandboxMachine machine = enrolled(shell, session).with("PATH", RecordedCommands.in(root.resolve("bin"), calls));
        Process mask = machine.start(List.of("-x"), "mask");
        feed(mask, value().getBytes(StandardCharsets.UTF_8));

        var outcome = machine.finish(mask);

        assertThat(outcome.output()).isEqualTo("[A]");
        assertThat(Files.readString(calls)).contains("curl").doesNotContain(value()).doesNotContain(session.token());
        assertThat(outcome.errors()).doesNotContain(value()).doesNotContain(session.token());
    }

    private static void feed(Process process, byte[] bytes) {
        try (OutputStream input = process.getOutputStream()) {
            input.write(bytes);
        } catch (IOException closed) {
            // the filter has ended already; what it says is looked at
        }
    }
}
