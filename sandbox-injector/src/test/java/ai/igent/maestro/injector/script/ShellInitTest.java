package ai.igent.maestro.injector.script;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

import ai.igent.maestro.contracts.internal.GrantItem;
import ai.igent.maestro.injector.played.Gateway;
import ai.igent.maestro.injector.played.PlayedSession;
import ai.igent.maestro.injector.played.PlayedSuite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Interactive shells whose commands have what is active when they start. */
@QuarkusTest
@WithTestResource(PlayedSuite.class)
class ShellInitTest extends ScriptTest {
    @ParameterizedTest
    @EnumSource
    void eachCommandHasWhatIsActiveWhenItStarts(InteractiveShell kind) {
        GrantItem first = suite.vault().env("A", value());
        PlayedSession session = suite.session(first);
        try (LiveShell shell = follow(kind, session)) {
            assertThat(shell.type("echo \"$A\"; sh -c 'echo \"$A\"'")).isEqualTo(value() + "\n" + value());

            session.activate(suite.vault().env("B", "it's\n`new`"));
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(shell.type("sh -c 'echo \"$B\"'")).isEqualTo("it's\n`new`"));

            session.deactivate(first);
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(shell.type("echo \"${A-gone}\"; env | grep -c '^A='")).isEqualTo("gone\n0"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatTheShellHadBeforeComesBackAsItWas(InteractiveShell kind) {
        GrantItem exported = suite.vault().env("EXPORTED", value());
        GrantItem plain = suite.vault().env("PLAIN", value());
        PlayedSession session = suite.session(exported, plain);
        SandboxMachine machine = enrolled(Shell.DASH, session);
        try (LiveShell shell = new LiveShell(kind, root, machine.environment())) {
            shell.type("export EXPORTED=\"from 'before'\"; PLAIN=mine");
            shell.following(machine, kind);
            assertThat(shell.type("echo \"$EXPORTED $PLAIN\"")).isEqualTo(value() + " " + value());

            session.deactivate(exported);
            session.deactivate(plain);

            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(shell.type("echo \"$EXPORTED $PLAIN\"")).isEqualTo("from 'before' mine"));
            assertThat(shell.type("sh -c 'echo \"$EXPORTED ${PLAIN-unset}\"'")).isEqualTo("from 'before' unset");
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatTheUserChangedByHandStaysTheUsersUntilItIsNoLongerActive(InteractiveShell kind) {
        GrantItem item = suite.vault().env("A", value());
        PlayedSession session = suite.session(item);
        try (LiveShell shell = follow(kind, session)) {
            assertThat(shell.type("echo \"$A\"")).isEqualTo(value());
            shell.type("A=mine");
            session.activate(suite.vault().env("B", "b"));
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(shell.type("echo \"$A ${B-}\"")).isEqualTo("mine b"));

            session.deactivate(item);
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(shell.type("echo \"$A $MAESTRO_VARIABLES\"")).isEqualTo("mine B"));
            session.activate(item);

            await().atMost(PATIENCE).untilAsserted(() -> assertThat(shell.type("echo \"$A\"")).isEqualTo(value()));
            session.deactivate(item);
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(shell.type("echo \"$A\"")).isEqualTo("mine"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aShellInsideTheShellLosesWhatIsDeactivatedToo(InteractiveShell kind) {
        GrantItem item = suite.vault().env("A", value());
        PlayedSession session = suite.session(item);
        SandboxMachine machine = enrolled(Shell.DASH, session).with("A", "from before");
        try (LiveShell shell = new LiveShell(kind, root, machine.environment()).following(machine, kind)) {
            assertThat(shell.type("echo \"$A\"")).isEqualTo(value());
            shell.type("exec " + String.join(" ", kind.command()) + "\n" + kind.quiet());
            shell.following(machine, kind);
            assertThat(shell.type("echo \"$A\"")).isEqualTo(value());

            session.deactivate(item);

            await().atMost(PATIENCE).untilAsserted(() -> assertThat(shell.type("echo \"$A\"")).isEqualTo("from before"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void filesFollowTooAndAreGoneWhenDeactivatedAndWhenTheShellEnds(InteractiveShell kind) {
        GrantItem first = suite.vault().file("KUBECONFIG", value());
        PlayedSession session = suite.session(first, suite.vault().file("CERTIFICATE", "certificate"));
        SandboxMachine machine = enrolled(Shell.DASH, session);
        try (LiveShell shell = new LiveShell(kind, root, machine.environment()).following(machine, kind)) {
            Path file = Path.of(shell.type("echo \"$KUBECONFIG\""));
            assertThat(file.getParent().getParent().getParent()).isEqualTo(machine.files());
            assertThat(shell.type("cat \"$KUBECONFIG\"; stat -c %a \"$KUBECONFIG\" \"${KUBECONFIG%/*}\""))
                    .isEqualTo(value() + "600\n700");

            session.deactivate(first);

            await().atMost(PATIENCE).untilAsserted(() -> assertThat(shell.type("echo \"${KUBECONFIG-gone}\"; cat \"$CERTIFICATE\"; echo"))
                    .isEqualTo("gone\ncertificate"));
            assertThat(file).doesNotExist();
        }
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(machine.leftFiles()).isEmpty());
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsLeftBehindByAShellThatIsKilled(InteractiveShell kind) {
        SandboxMachine machine = enrolled(Shell.DASH, suite.session(suite.vault().file("KUBECONFIG", value())));
        LiveShell shell = new LiveShell(kind, root, machine.environment()).following(machine, kind);
        assertThat(shell.type("cat \"$KUBECONFIG\"")).isEqualTo(value());
        assertThat(machine.leftFiles()).isNotEmpty();

        shell.handle().destroyForcibly();

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(machine.leftFiles()).isEmpty());
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(helpersOf(machine)).isZero());
    }

    @ParameterizedTest
    @EnumSource
    void exitStatusesAndTheUsersOwnHooksAreAsTheyWere(InteractiveShell kind) {
        SandboxMachine machine = enrolled(Shell.DASH, suite.session(suite.vault().env("A", value())));
        try (LiveShell shell = new LiveShell(kind, root, machine.environment())) {
            shell.type(kind.ownHooks());
            shell.following(machine, kind);

            assertThat(shell.type("(exit 7)\necho $?")).isEqualTo("7");
            assertThat(shell.type("(exit 3) | (exit 0) | (exit 4)\necho \"" + kind.pipeStatus() + "\"")).isEqualTo("3 0 4");
            assertThat(shell.type("true first last\necho $_")).isEqualTo("last");
            int before = Integer.parseInt(shell.type("echo $counted"));
            assertThat(Integer.parseInt(shell.type("echo $counted"))).isGreaterThan(before);
            assertThat(shell.type("echo $prompted $A")).isEqualTo("yes " + value());
        }
    }

    @ParameterizedTest
    @EnumSource
    void keepsWhatItHasForAWhileWhenNobodyAnswersThenRemovesItAndSaysSoOnce(InteractiveShell kind) {
        PlayedSession session = suite.session(suite.vault().env("A", value()));
        try (Gateway gateway = new Gateway(injector)) {
            SandboxMachine machine = enrolled(Shell.DASH, session).with("MAESTRO_INJECTOR_URL", gateway.address()).with("A", "before")
                    .with("MAESTRO_GRACE", "4");
            try (LiveShell shell = new LiveShell(kind, root, machine.environment()).following(machine, kind)) {
                assertThat(shell.type("echo \"$A\"")).isEqualTo(value());

                gateway.shut();
                assertThat(shell.type("echo \"$A\"")).isEqualTo(value());
                await().atMost(PATIENCE).untilAsserted(() -> assertThat(shell.type("echo \"$A\"")).isEqualTo("before"));
                shell.type("true");
                assertThat(shell.timesSaid("has not answered")).isOne();

                gateway.open();
                await().atMost(PATIENCE).untilAsserted(() -> assertThat(shell.type("echo \"$A\"")).isEqualTo(value()));
                shell.type("true");
                assertThat(shell.timesSaid("is back")).isOne();
                assertThat(shell.timesSaid("maestro-env:")).isEqualTo(2);
            }
        }
    }

    /** The injector answers and streams, but nobody can say what is active: to the shell that is the same as if nobody answered. */
    @ParameterizedTest
    @MethodSource("everyShellWithEveryHelper")
    void keepsWhatItHasForAWhileWhenSessionServiceIsAwayThenRemovesItAndSaysSoOnce(InteractiveShell kind, Shell helper) throws IOException {
        PlayedSession session = suite.session(suite.vault().env("A", value()));
        SandboxMachine machine = enrolled(helper, session).with("A", "before").with("MAESTRO_GRACE", "4");
        machine.with("PATH", helper.asSh(Files.createDirectory(root.resolve("sh"))) + ":" + System.getenv("PATH"));
        try (LiveShell shell = new LiveShell(kind, root, machine.environment()).following(machine, kind)) {
            assertThat(shell.type("echo \"$A\"")).isEqualTo(value());

            suite.sessionServiceAway(true);
            assertThat(shell.type("echo \"$A\"")).isEqualTo(value());
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(shell.type("echo \"$A\"")).isEqualTo("before"));
            shell.type("true");
            assertThat(shell.timesSaid("has not answered")).isOne();

            suite.sessionServiceAway(false);
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(shell.type("echo \"$A\"")).isEqualTo(value()));
            shell.type("true");
            assertThat(shell.timesSaid("is back")).isOne();
            assertThat(shell.timesSaid("maestro-env:")).isEqualTo(2);
        }
    }

    static Stream<Arguments> everyShellWithEveryHelper() {
        return Stream.of(InteractiveShell.values())
                .flatMap(kind -> Stream.of(Shell.values()).map(helper -> Arguments.of(kind, helper)));
    }

    @ParameterizedTest
    @EnumSource
    void whatASessionGaveIsGoneWhenItHasEnded(InteractiveShell kind) {
        PlayedSession session = suite.session(suite.vault().env("A", value()));
        try (LiveShell shell = follow(kind, session)) {
            assertThat(shell.type("echo \"$A\"")).isEqualTo(value());

            session.end();

            await().atMost(PATIENCE).untilAsserted(() -> assertThat(shell.type("echo \"${A-gone}\"")).isEqualTo("gone"));
            shell.type("true");
            assertThat(shell.timesSaid("has ended")).isOne();
        }
    }

    @ParameterizedTest
    @EnumSource
    void neitherArgumentsNorHelpersNorTracesNorHistoryHaveAValue(InteractiveShell kind) throws IOException {
        GrantItem gone = suite.vault().env("B", value());
        PlayedSession session = suite.session(suite.vault().env("A", value()), gone, suite.vault().file("F", value()));
        Path calls = root.resolve("calls");
        SandboxMachine machine = enrolled(Shell.DASH, session).with("PATH", RecordedCommands.in(root.resolve("bin"), calls));
        try (LiveShell shell = new LiveShell(kind, root, machine.environment())) {
            shell.type("set -x");
            shell.following(machine, kind);
            assertThat(shell.type("echo ${A:+there} ${#A}")).isEqualTo("there " + value().length());
            session.deactivate(gone);
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(shell.type("echo ${B+there}")).isEmpty());
            assertThat(shell.type("history 2>/dev/null || fc -l")).doesNotContain(value());

            assertThat(shell.errors()).doesNotContain(value()).doesNotContain(session.token());
        }
        String recorded = Files.readString(calls);
        assertThat(recorded).contains("curl", "shell-fetch", "watch", "mv", "rm");
        assertThat(recorded).doesNotContain(value()).doesNotContain(session.token());
    }

    private LiveShell follow(InteractiveShell kind, PlayedSession session) {
        SandboxMachine machine = enrolled(Shell.DASH, session);
        return new LiveShell(kind, root, machine.environment()).following(machine, kind);
    }

    /** How many processes of the script, or started by it, still run. */
    private static long helpersOf(SandboxMachine machine) {
        return ProcessHandle.allProcesses().filter(process -> process.info().commandLine().orElse("").contains(machine.script().toString()))
                .count();
    }
}
