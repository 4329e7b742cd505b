package ai.igent.maestro.injector.script;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

import ai.igent.maestro.injector.played.PlayedSession;
import ai.igent.maestro.injector.played.PlayedSuite;

import static org.assertj.core.api.Assertions.assertThat;

/** Commits and files that contain what is active, with real git. */
@QuarkusTest
@WithTestResource(PlayedSuite.class)
class GuardTest extends ScriptTest {
    @ParameterizedTest
    @EnumSource
    void aCommitWithAnActiveValueIsRefusedAndSaysWhereAndWhatToDo(Shell shell) {
        Repository repository = guarded(shell);
        assertThat(repository.stage("src/clean.txt", "nothing here\n").commit().exit()).isZero();
        repository.stage("src/with blank.txt", "first\nkey = " + value() + "\n").stage("encoded.yaml", "one\n\n  key: " + base64(value()));

        var refused = repository.commit();

        assertThat(refused.exit()).isNotZero();
        assertThat(refused.errors()).contains("src/with blank.txt:2:7: A (", "encoded.yaml:3:", "A (base64", "git commit --no-verify");
        assertThat(refused.errors()).doesNotContain(value());
        assertThat(repository.git("log", "--oneline").lines()).hasSize(1);
        assertThat(repository.commit("--no-verify").exit()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void onlyWhatIsAddedCountsAndFilesAreSeenWhole(Shell shell) {
        Repository repository = guarded(shell);
        repository.stage("old", "a\n" + value() + "\nb\n");
        assertThat(repository.commit("--no-verify").exit()).isZero();

        assertThat(repository.stage("old", "a\nb\n").commit().exit()).as("taking it out").isZero();
        repository.stage("binary", ("\0\1\2" + value() + "\0").getBytes(StandardCharsets.UTF_8));
        assertThat(repository.commit().errors()).contains("binary:1:4: A (");
        repository.git("reset", "--quiet", "--hard", "HEAD~1");
        repository.git("mv", "old", "renamed");
        assertThat(repository.commit().errors()).contains("renamed:2:1: A (");
        repository.git("reset", "--quiet", "--hard");
        repository.stage("great", "x".repeat(99) + "\n" + ("y".repeat(99) + "\n").repeat(50_000) + value() + "\n");
        assertThat(repository.commit().errors()).contains("great:50002:1: A (");
    }

    @ParameterizedTest
    @EnumSource
    void aHookThatIsThereGoesOnToRunAndComesBack(Shell shell) throws IOException {
        Repository repository = Repository.in(sandbox(shell), root.resolve("repository"));
        repository.git("config", "core.hooksPath", "own hooks");
        Path hook = repository.file("own hooks/pre-commit");
        Files.createDirectories(hook.getParent());
        Files.writeString(hook, "#!/bin/sh\necho own hook >&2\ntest ! -e forbidden\n");
        assertThat(hook.toFile().setExecutable(true)).isTrue();
        assertThat(repository.script("guard", "install").exit()).isZero();
        assertThat(repository.script("guard", "install").exit()).as("once more").isZero();

        assertThat(repository.stage("a", "a").commit().errors()).contains("own hook");
        repository.stage("forbidden", "");
        assertThat(repository.commit().exit()).as("refused by the own hook").isNotZero();
        repository.git("rm", "--quiet", "--force", "forbidden");
        var refused = repository.stage("a", value()).commit();
        assertThat(refused.errors()).contains("own hook", "a:1:1: A (");

        assertThat(repository.script("guard", "remove").exit()).isZero();
        assertThat(Files.readString(hook)).contains("own hook");
        assertThat(Files.list(hook.getParent())).containsExactly(hook);
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsCommittedUnseen(Shell shell) {
        SandboxMachine machine = sandbox(shell);
        Repository repository = Repository.in(machine, root.resolve("repository"));
        assertThat(repository.script("guard", "install").exit()).isZero();
        machine.with("MAESTRO_INJECTOR_URL", "http://127.0.0.1:9");

        var refused = repository.stage("a", "a").commit();

        assertThat(refused.exit()).isNotZero();
        assertThat(refused.errors()).contains("does not answer", "--no-verify commits without a look");
    }

    @ParameterizedTest
    @EnumSource
    void ofASessionThatHasEndedNothingIsFoundOutAndThatIsSaid(Shell shell) {
        PlayedSession session = suite.session(suite.vault().env("A", value()));
        SandboxMachine machine = enrolled(shell, session);
        session.end();

        var scan = machine.run("scan", root.toString());

        assertThat(scan.exit()).isEqualTo(77);
        assertThat(scan.output()).isEmpty();
        assertThat(scan.errors()).contains("session has ended").contains("nothing was found out");
    }

    @ParameterizedTest
    @EnumSource
    void filesDirectoriesAndInputAreScanned(Shell shell) throws IOException {
        SandboxMachine machine = sandbox(shell);
        Path folder = Files.createDirectories(root.resolve("some \"folder\"/inner"));
        Files.writeString(folder.resolve("a.txt"), "one\ntwo " + value());
        Files.write(folder.resolve("b.bin"), new byte[]{0, 1, 2, 3, '\n', 'x'});
        Files.writeString(folder.resolve("c.txt"), value() + "\n");
        Files.createFile(folder.resolve("empty"));

        var all = machine.run("scan", folder.getParent().toString());
        var clean = machine.run("scan", folder.resolve("b.bin").toString());
        Process input = machine.start("scan");
        try (var typed = input.outputWriter()) {
            typed.write("x" + value());
        }

        assertThat(all.exit()).isEqualTo(1);
        assertThat(all.output().lines().map(line -> line.replaceAll(".*/inner/", ""))).anyMatch(line -> line.startsWith("a.txt:2:5: A ("))
                .anyMatch(line -> line.startsWith("c.txt:1:1: A (")).hasSize(2);
        assertThat(clean.exit()).isZero();
        assertThat(clean.output()).isEmpty();
        assertThat(machine.finish(input).output()).startsWith("1:2: A (");
        assertThat(all.output()).doesNotContain(value());
    }

    private SandboxMachine sandbox(Shell shell) {
        return enrolled(shell, suite.session(suite.vault().env("A", value())));
    }

    private Repository guarded(Shell shell) {
        Repository repository = Repository.in(sandbox(shell), root.resolve("repository"));
        assertThat(repository.script("guard", "install").exit()).isZero();
        return repository;
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
