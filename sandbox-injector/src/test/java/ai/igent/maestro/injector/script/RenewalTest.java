package ai.igent.maestro.injector.script;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

import ai.igent.maestro.injector.played.PlayedSuite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A sandbox's token stays good as long as something runs in the sandbox, however many processes want it at once. */
@QuarkusTest
@WithTestResource(PlayedSuite.class)
class RenewalTest extends ScriptTest {
    private static final int AT_ONCE = 6;

    @AfterEach
    void tokensLastAsUsual() {
        suite.enrolment().tokensLast(Duration.ofHours(1));
    }

    @ParameterizedTest
    @EnumSource
    void severalAtOnceRenewOnce(Shell shell) {
        suite.enrolment().tokensLast(Duration.ofSeconds(-1));
        SandboxMachine machine = enrolled(shell, suite.session(suite.vault().env("A", value())));
        suite.enrolment().tokensLast(Duration.ofHours(1));
        int before = suite.enrolment().renewals();

        assertThat(atOnce(machine)).containsOnly(0);

        assertThat(suite.enrolment().renewals() - before).isOne();
    }

    @ParameterizedTest
    @EnumSource
    void severalAtOnceRedeemTheCodeOnce(Shell shell) {
        SandboxMachine machine = machine(shell).with("MAESTRO_ENROLMENT_CODE",
                suite.enrolment().code(suite.session(suite.vault().env("A", value()))));

        assertThat(atOnce(machine)).containsOnly(0);
    }

    @ParameterizedTest
    @EnumSource
    void whatAKilledProcessHeldUpGoesOn(Shell shell) throws IOException {
        suite.enrolment().tokensLast(Duration.ofSeconds(-1));
        SandboxMachine machine = enrolled(shell, suite.session(suite.vault().env("A", value())));
        suite.enrolment().tokensLast(Duration.ofHours(1));
        Path lock = Files.createSymbolicLink(machine.home().resolve("lock"), Path.of("4194304"));
        int before = suite.enrolment().renewals();

        assertThat(machine.run("exec", "--", "true").exit()).isZero();

        assertThat(suite.enrolment().renewals() - before).isOne();
        assertThat(Files.exists(lock, LinkOption.NOFOLLOW_LINKS)).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void aCommandThatRunsForLongKeepsTheTokenGood(Shell shell) {
        suite.enrolment().tokensLast(Duration.ofSeconds(6));
        SandboxMachine machine = enrolled(shell, suite.session(suite.vault().env("A", value())));
        int before = suite.enrolment().renewals();
        Process running = machine.start("exec", "--", "sleep", "60");

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(suite.enrolment().renewals()).isGreaterThan(before));

        running.toHandle().destroy();
        assertThat(machine.finish(running).exit()).isEqualTo(143);
    }

    @ParameterizedTest
    @EnumSource
    void aShellInWhichNothingHappensKeepsTheTokenGood(InteractiveShell kind) {
        suite.enrolment().tokensLast(Duration.ofSeconds(6));
        SandboxMachine machine = enrolled(Shell.DASH, suite.session(suite.vault().env("A", value())));
        try (LiveShell shell = new LiveShell(kind, root, machine.environment()).following(machine, kind)) {
            assertThat(shell.type("echo \"$A\"")).isEqualTo(value());
            int before = suite.enrolment().renewals();

            await().atMost(PATIENCE).untilAsserted(() -> assertThat(suite.enrolment().renewals()).isGreaterThan(before));
        }
    }

    private static List<Integer> atOnce(SandboxMachine machine) {
        List<Process> all = Stream.generate(() -> machine.start("exec", "--", "true")).limit(AT_ONCE).toList();
        return all.stream().map(process -> machine.finish(process).exit()).toList();
    }
}
