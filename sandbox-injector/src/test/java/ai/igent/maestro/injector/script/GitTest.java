package ai.igent.maestro.injector.script;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

import ai.igent.maestro.contracts.internal.GrantItem;
import ai.igent.maestro.injector.played.Detour;
import ai.igent.maestro.injector.played.PlayedSession;
import ai.igent.maestro.injector.played.PlayedSuite;

import static org.assertj.core.api.Assertions.assertThat;

/** Real git, with the script as its credential helper, against git's own server under the names of the real hosts. */
@QuarkusTest
@WithTestResource(PlayedSuite.class)
class GitTest extends ScriptTest {
    private static final String PRIVATE = "https://github.com/owner/private.git";

    private GitServer server;
    private Detour detour;

    @BeforeEach
    void startServer() throws IOException, GeneralSecurityException {
        server = new GitServer(root.resolve("server"), List.of("github.com", "gitlab.com"));
        server.repository("owner/private.git");
        detour = new Detour(server.port());
    }

    @AfterEach
    void stopServer() {
        detour.close();
        server.close();
    }

    @ParameterizedTest
    @EnumSource
    void clonesPushesAndFetchesAndLeavesTheTokenNowhere(Shell shell) throws IOException {
        SandboxMachine machine = withGit(shell, suite.session(token("GITHUB_TOKEN", value(), null)));
        server.allow("x-access-token", value());

        try (ProcessWatch watch = new ProcessWatch()) {
            assertWorks(machine.runIn(root, "git", "clone", "--quiet", PRIVATE, "clone"));
            commit(machine, "clone");
            assertWorks(machine.runIn(root.resolve("clone"), "git", "push", "--quiet", "origin", "HEAD:main"));
            assertWorks(machine.runIn(root, "git", "clone", "--quiet", PRIVATE, "second"));
            commit(machine, "clone");
            assertWorks(machine.runIn(root.resolve("clone"), "git", "push", "--quiet", "origin", "HEAD:main"));
            assertWorks(machine.runIn(root.resolve("second"), "git", "fetch", "--quiet"));

            assertThat(watch.seen()).noneMatch(arguments -> arguments.contains(value()));
        }
        assertThat(machine.runIn(root.resolve("second"), "git", "log", "--oneline", "origin/main").output().lines()).hasSize(2);
        assertThat(filesWith(value())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void theAccountIsNamedInTheAddressWhereThereAreSeveral(Shell shell) {
        SandboxMachine machine = withGit(shell,
                suite.session(token("GITHUB_WORK", value(), "WORK"), token("GITHUB_HOME", "other", "HOME")));
        server.allow("x-access-token", value());

        var unclear = machine.runIn(root, "git", "ls-remote", PRIVATE);
        var wrong = machine.runIn(root, "git", "ls-remote", PRIVATE.replace("://", "://HOME@"));
        var named = machine.runIn(root, "git", "ls-remote", PRIVATE.replace("://", "://WORK@"));

        assertThat(unclear.exit()).isNotZero();
        assertThat(unclear.errors()).contains("maestro-env: no credential for git", "GITHUB_WORK", "GITHUB_HOME");
        assertThat(wrong.exit()).isNotZero();
        assertWorks(named);
    }

    @ParameterizedTest
    @EnumSource
    void eachHostGetsItsOwn(Shell shell) {
        SandboxMachine machine = withGit(shell, suite.session(token("GITHUB_TOKEN", value(), null),
                suite.vault().gitToken("GITLAB_TOKEN", "for-gitlab", "gitlab.com", "oauth2", null)));
        server.allow("oauth2", "for-gitlab");

        assertWorks(machine.runIn(root, "git", "ls-remote", "https://gitlab.com/owner/private.git"));
        assertThat(machine.runIn(root, "git", "ls-remote", PRIVATE).exit()).as("the server lets in nobody with GitHub's token").isNotZero();
    }

    @ParameterizedTest
    @EnumSource
    void whatIsNoLongerActiveIsNotGivenAndNobodyWaitsForAPassword(Shell shell) {
        GrantItem item = token("GITHUB_TOKEN", value(), null);
        PlayedSession session = suite.session(item);
        SandboxMachine machine = withGit(shell, session);
        server.allow("x-access-token", value());
        assertWorks(machine.runIn(root, "git", "ls-remote", PRIVATE));

        session.deactivate(item);
        var inactive = machine.runIn(root, "git", "ls-remote", PRIVATE);
        machine.with("MAESTRO_INJECTOR_URL", "http://127.0.0.1:9");
        var away = machine.runIn(root, "git", "ls-remote", PRIVATE);

        assertThat(inactive.exit()).isNotZero();
        assertThat(away.exit()).isNotZero();
        assertThat(away.errors()).contains("cannot be reached");
    }

    private GrantItem token(String variable, String value, String account) {
        return suite.vault().gitToken(variable, value, "github.com", "x-access-token", account);
    }

    private SandboxMachine withGit(Shell shell, PlayedSession session) {
        SandboxMachine machine = enrolled(shell, session).with("GIT_SSL_CAINFO", server.certificate().toString())
                .with("https_proxy", detour.address()).with("GIT_TERMINAL_PROMPT", "0");
        machine.runIn(root, "git", "config", "--global", "user.name", "Sandbox");
        machine.runIn(root, "git", "config", "--global", "user.email", "sandbox@example.com");
        assertWorks(machine.runIn(root, "git", "config", "--global", "credential.helper",
                "!" + String.join(" ", shell.command()) + " '" + machine.script() + "' git-credential"));
        return machine;
    }

    private void commit(SandboxMachine machine, String clone) {
        assertWorks(machine.runIn(root.resolve(clone), "git", "commit", "--quiet", "--allow-empty", "--message=change"));
    }

    private List<Path> filesWith(String text) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(Files::isRegularFile).filter(file -> contains(file, text)).toList();
        }
    }

    private static boolean contains(Path file, String text) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(text);
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static void assertWorks(SandboxMachine.Outcome outcome) {
        assertThat(outcome.exit()).as(outcome.errors()).isZero();
    }
}
