package ai.igent.maestro.injector.script;

import java.time.Instant;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

import ai.igent.maestro.contracts.internal.GrantItem;
import ai.igent.maestro.injector.played.PlayedSession;
import ai.igent.maestro.injector.played.PlayedSuite;

import static org.assertj.core.api.Assertions.assertThat;

/** What somebody in the sandbox is told about a variable that is there, or is not. */
@QuarkusTest
@WithTestResource(PlayedSuite.class)
class DiagnoseTest extends ScriptTest {
    @ParameterizedTest
    @EnumSource
    void tellsWhyAVariableIsThereOrNotAndWhatToDo(Shell shell) {
        GrantItem dead = suite.vault().env("DEAD", value());
        suite.vault().refuse(dead, "compromised");
        PlayedSession session = suite.session(dead, suite.vault().env("A", value()).until(Instant.parse("2030-01-02T03:04:05Z")));
        SandboxMachine machine = enrolled(shell, session);

        var inactive = machine.run("diagnose", "OTHER");
        var unavailable = machine.run("diagnose", "DEAD");
        var delivered = machine.run("diagnose", "A");
        var held = machine.run("exec", "--", "sh", machine.script().toString(), "diagnose", "A");

        assertThat(inactive.exit()).isEqualTo(1);
        assertThat(inactive.output()).contains("not active", "revision 2", "Activate OTHER for this session");
        assertThat(unavailable.exit()).isEqualTo(1);
        assertThat(unavailable.output()).contains("cannot be delivered: compromised", "new value");
        assertThat(delivered.exit()).isZero();
        assertThat(delivered.output()).contains("can be delivered", "kind env, from vault, revision 2, until 2030-01-02T03:04:05Z.",
                "This shell does not have it");
        assertThat(held.output()).contains("This shell has it, of revision 2").doesNotContain(value());
        assertThat(machine.with("A", "own").run("diagnose", "A").output()).contains("not from Maestro");
    }

    @ParameterizedTest
    @EnumSource
    void aNameThatIsNoneIsRefused(Shell shell) {
        SandboxMachine machine = enrolled(shell, suite.session());

        assertThat(machine.run("diagnose", "A$(id)").exit()).isEqualTo(64);
        assertThat(machine.run("diagnose").exit()).isEqualTo(64);
    }
}
