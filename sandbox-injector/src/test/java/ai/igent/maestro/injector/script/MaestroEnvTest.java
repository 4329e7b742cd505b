package ai.igent.maestro.injector.script;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

import ai.igent.maestro.contracts.internal.GrantItem;
import ai.igent.maestro.injector.played.PlayedSession;
import ai.igent.maestro.injector.played.PlayedSuite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The served script under every shell it is for, against the running injector. */
@QuarkusTest
@WithTestResource(PlayedSuite.class)
class MaestroEnvTest extends ScriptTest {
    @ParameterizedTest
    @EnumSource
    void enrolsOnceAndKeepsTheTokenToItself(Shell shell) throws IOException {
        PlayedSession session = suite.session();
        SandboxMachine machine = machine(shell).with("MAESTRO_ENROLMENT_CODE", suite.enrolment().code(session));

        assertThat(machine.run("enroll").exit()).isZero();
        var again = machine.run("enroll");

        assertThat(again.exit()).isZero();
        assertThat(again.errors()).contains("enrolled already").contains(session.id().text());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(machine.token()))).isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(machine.home()))).isEqualTo("rwx------");
        assertThat(Files.readString(machine.token())).contains(session.token());
        assertThat(Files.list(machine.home())).containsExactly(machine.token());
    }

    @ParameterizedTest
    @EnumSource
    void aCodeFromAFileWorksAndASecondUseIsToldApart(Shell shell) throws IOException {
        String code = suite.enrolment().code(suite.session());
        Path file = Files.writeString(root.resolve("code"), code);
        assertThat(machine(shell).run("enroll", "--code-file", file.toString()).exit()).isZero();
        Files.delete(machine(shell).token());

        var second = machine(shell).run("enroll", "--code-file", file.toString());

        assertThat(second.exit()).isEqualTo(77);
        assertThat(second.errors()).contains("used before");
        assertThat(second.errors()).doesNotContain(code);
    }

    @ParameterizedTest
    @EnumSource
    void aCommandHasTheVariablesAndItsExitCodeInputAndArgumentsPassThrough(Shell shell) {
        SandboxMachine machine = enrolled(shell, suite.session(suite.vault().env("A", value())));
        Process process = machine.start("exec", "--", "sh", "-c", "printf '%s|%s|' \"$A\" \"$1\"; cat; exit 7", "sh", "two words");
        try (var input = process.outputWriter()) {
            input.write("typed");
        } catch (IOException e) {
            throw new AssertionError(e);
        }

        var outcome = machine.finish(process);

        assertThat(outcome.output()).isEqualTo(value() + "|two words|typed");
        assertThat(outcome.exit()).isEqualTo(7);
        assertThat(outcome.errors()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aFileLiesInAPrivateDirectoryAndIsGoneWhenTheCommandEnds(Shell shell) {
        SandboxMachine machine = enrolled(shell, suite.session(suite.vault().file("KUBECONFIG", value() + "\n")));

        var outcome = machine.run("exec", "--", "sh", "-c",
                "cat \"$KUBECONFIG\"; stat -c %a \"$KUBECONFIG\" \"${KUBECONFIG%/*}\"; echo \"$KUBECONFIG\"");

        assertThat(outcome.output()).startsWith(value() + "\n600\n700\n" + machine.files());
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(machine.leftFiles()).isEmpty());
    }

    @ParameterizedTest
    @EnumSource
    void filesLieInMemoryWhereTheMachineHasSuchADirectory(Shell shell) throws IOException {
        boolean hasTmpfs = Files.readString(Path.of("/proc/mounts")).contains(" /dev/shm tmpfs ");
        SandboxMachine machine = enrolled(shell, suite.session(suite.vault().file("KUBECONFIG", value()))).without("MAESTRO_RUNTIME_DIR");

        String file = machine.run("exec", "--", "sh", "-c", "echo \"$KUBECONFIG\"").output().strip();

        assertThat(file).startsWith(hasTmpfs ? "/dev/shm/maestro-env." : machine.home() + "/maestro-env.");
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(Path.of(file).getParent()).doesNotExist());
    }

    @ParameterizedTest
    @EnumSource
    void whatAKilledCommandAndItsWatchLeftIsSweptByTheNext(Shell shell) throws IOException {
        SandboxMachine machine = enrolled(shell, suite.session(suite.vault().file("KUBECONFIG", value())));
        String mine = machine.run("exec", "--", "sh", "-c", "echo \"${KUBECONFIG%/*}\"").output().strip();
        Path left = Files.createDirectory(Path.of(mine.substring(0, mine.lastIndexOf('.')) + ".4194304"));
        Path ofAnotherNamespace = Files.createDirectory(machine.files().resolve("maestro-env.0.1.4194304"));

        machine.run("exec", "--", "true");

        assertThat(left).doesNotExist();
        assertThat(ofAnotherNamespace).exists();
    }

    @ParameterizedTest
    @EnumSource
    void filesStayAsLongAsTheCommandEvenIfItClosesWhatItInherited(Shell shell) {
        SandboxMachine machine = enrolled(shell, suite.session(suite.vault().file("KUBECONFIG", value())));

        var outcome = machine.run("exec", "--", "sh", "-c",
                "exec 3>&- 4>&- 5>&- 6>&- 7>&- 8>&- 9>&-; sleep 1.5; cat \"$KUBECONFIG\"");

        assertThat(outcome.output()).isEqualTo(value());
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(machine.leftFiles()).isEmpty());
    }

    @ParameterizedTest
    @EnumSource
    void signalsReachTheCommandAndNothingIsLeftBehind(Shell shell) throws IOException {
        SandboxMachine machine = enrolled(shell, suite.session(suite.vault().file("KUBECONFIG", value())));
        Process trapping = machine.start("exec", "--", "sh", "-c",
                "trap 'echo caught; exit 5' TERM; echo ready; while :; do sleep 0.1; done");
        assertThat(trapping.inputReader().readLine()).isEqualTo("ready");

        trapping.toHandle().destroy();

        assertThat(trapping.inputReader().readLine()).isEqualTo("caught");
        assertThat(machine.finish(trapping).exit()).isEqualTo(5);
        Process killed = machine.start("exec", "--", "sh", "-c", "echo ready; exec sleep 60");
        assertThat(killed.inputReader().readLine()).isEqualTo("ready");
        killed.toHandle().destroyForcibly();
        assertThat(machine.finish(killed).exit()).isEqualTo(137);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(machine.leftFiles()).isEmpty());
    }

    @ParameterizedTest
    @EnumSource
    void whatWasDeactivatedIsUnsetForACommandInsideACommand(Shell shell) {
        GrantItem gone = suite.vault().env("GONE", value());
        PlayedSession session = suite.session(gone, suite.vault().env("KEPT", "kept"));
        SandboxMachine machine = enrolled(shell, session).with("GONE", "from before").with("MAESTRO_VARIABLES", "GONE,KEPT");
        session.deactivate(gone);

        var outcome = machine.run("exec", "--", "cat", "/proc/self/environ");

        assertThat(outcome.environment()).doesNotContainKey("GONE").containsEntry("KEPT", "kept").containsEntry("MAESTRO_VARIABLES", "KEPT")
                .containsEntry("MAESTRO_REVISION", "3");
    }

    @ParameterizedTest
    @EnumSource
    void theCommandGetsNothingOfTheScriptsOwn(Shell shell) {
        SandboxMachine machine = machine(shell).with("token", "mine").with("me_token", "x").with("reply", "mine")
                .with("MAESTRO_ENROLMENT_CODE", suite.enrolment().code(suite.session(suite.vault().env("A", value()))));

        var environment = machine.run("exec", "--", "cat", "/proc/self/environ").environment();

        assertThat(environment).containsEntry("token", "mine").containsEntry("reply", "mine").containsEntry("A", value());
        assertThat(environment.keySet()).doesNotContain("MAESTRO_ENROLMENT_CODE", "MAESTRO_FILES")
                .noneMatch(name -> name.startsWith("me_"));
    }

    @ParameterizedTest
    @EnumSource
    void whatCannotBeDeliveredIsNamedAndTheCommandRuns(Shell shell) {
        GrantItem dead = suite.vault().env("DEAD", value());
        suite.vault().refuse(dead, "compromised");
        SandboxMachine machine = enrolled(shell, suite.session(dead, suite.vault().env("A", "a")));

        var outcome = machine.run("exec", "--", "sh", "-c", "echo \"$A${DEAD-unset}\"");

        assertThat(outcome.output()).isEqualTo("aunset\n");
        assertThat(outcome.errors()).contains("could not be delivered: DEAD=compromised");
    }

    @ParameterizedTest
    @EnumSource
    void tellsApartWhyNothingWasRun(Shell shell) {
        PlayedSession session = suite.session(suite.vault().env("A", value()));
        assertFails(machine(shell).run("exec", "--", "echo", "ran"), 78, "not enrolled");
        SandboxMachine machine = enrolled(shell, session);
        assertFails(machine.run("exec"), 64, "needs a command");
        assertFails(machine.run("frobnicate"), 64, "unknown command");
        assertFails(machine.run("exec", "--revision", "9", "--timeout", "1", "--", "echo", "ran"), 75, "not there yet");
        suite.sessionServiceAway(true);
        assertFails(machine.run("exec", "--", "echo", "ran"), 69, "session-service-unavailable");
        suite.recover();
        session.end();
        assertFails(machine.run("exec", "--", "echo", "ran"), 77, "session has ended");
        machine.with("MAESTRO_INJECTOR_URL", "http://127.0.0.1:9");
        assertFails(machine.run("exec", "--", "echo", "ran"), 69, "cannot be reached");
    }

    @ParameterizedTest
    @EnumSource
    void namesAreListedAndNeverAValue(Shell shell) {
        Instant soon = Instant.parse("2030-01-02T03:04:05.678901Z");
        PlayedSession session = suite.session(suite.vault().env("A", value()).until(soon),
                suite.oauth().env("GITHUB_TOKEN", value()).until(soon.plusSeconds(60)), suite.vault().env("UNKNOWN_END", value()));
        SandboxMachine machine = enrolled(shell, session).with("me_ends", "from outside");

        var list = machine.run("list");
        var status = machine.run("status");

        assertThat(list.output().lines().map(line -> line.replaceAll(" +", " "))).containsExactly(
                "A env vault delivered, until 2030-01-02T03:04:05Z", "GITHUB_TOKEN env oauth delivered, until 2030-01-02T03:05:05Z",
                "UNKNOWN_END env vault delivered");
        assertThat(status.output()).contains(session.id().text()).containsPattern("revision +3").doesNotContain("missing");
        assertThat(list.output() + status.output()).doesNotContain(value()).doesNotContain(session.token());
    }

    @ParameterizedTest
    @EnumSource
    void waitsForARevisionAndGivesUpInTime(Shell shell) {
        PlayedSession session = suite.session();
        SandboxMachine machine = enrolled(shell, session);
        Process waiting = machine.start("wait", "--revision", "1", "--timeout", "20");
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(session.looks()).isPositive());

        session.activate(suite.vault().env("A", value()));

        assertThat(machine.finish(waiting).exit()).isZero();
        assertThat(machine.run("wait", "--revision", "2", "--timeout", "1").exit()).isEqualTo(75);
    }

    @ParameterizedTest
    @EnumSource
    void aTokenThatIsNearItsEndIsRenewed(Shell shell) throws IOException {
        suite.enrolment().tokensLast(Duration.ofSeconds(-1));
        SandboxMachine machine = enrolled(shell, suite.session(suite.vault().env("A", value())));
        suite.enrolment().tokensLast(Duration.ofHours(1));
        String old = Files.readString(machine.token());

        assertThat(machine.run("exec", "--", "true").exit()).isZero();

        String renewed = Files.readString(machine.token());
        assertThat(renewed).isNotEqualTo(old);
        assertThat(machine.run("exec", "--", "true").exit()).isZero();
        assertThat(Files.readString(machine.token())).isEqualTo(renewed);
    }

    @ParameterizedTest
    @EnumSource
    void noValueAndNoTokenIsEverAnArgumentOrTraced(Shell shell) throws IOException {
        PlayedSession session = suite.session(suite.vault().env("A", value()), suite.vault().file("F", value()));
        Path calls = root.resolve("calls");
        SandboxMachine machine = machine(shell).with("PATH", RecordedCommands.in(root.resolve("bin"), calls))
                .with("MAESTRO_ENROLMENT_CODE", suite.enrolment().code(session));

        var outcome = machine.finish(machine.start(List.of("-x"), "exec", "--", "/bin/true"));

        assertThat(outcome.exit()).isZero();
        String recorded = Files.readString(calls);
        assertThat(recorded).contains("curl").contains("mkfifo");
        assertThat(recorded).doesNotContain(value()).doesNotContain(session.token()).doesNotContain("mse_");
        assertThat(outcome.errors()).doesNotContain(value()).doesNotContain(session.token());
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(machine.leftFiles()).isEmpty());
    }

    private static void assertFails(SandboxMachine.Outcome outcome, int exit, String sentence) {
        assertThat(outcome.errors()).startsWith("maestro-env: ").contains(sentence);
        assertThat(outcome.errors().lines()).hasSize(1);
        assertThat(outcome.exit()).isEqualTo(exit);
        assertThat(outcome.output()).isEmpty();
    }
}
