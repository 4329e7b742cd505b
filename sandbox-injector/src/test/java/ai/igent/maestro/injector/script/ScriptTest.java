package ai.igent.maestro.injector.script;

import java.nio.file.Path;

import org.junit.jupiter.api.io.TempDir;

import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.RestAssured;

import ai.igent.maestro.injector.played.InjectorTest;
import ai.igent.maestro.injector.played.PlayedSession;

import static org.assertj.core.api.Assertions.assertThat;

/** What tests of the served script against the running injector have in common. */
abstract class ScriptTest extends InjectorTest {
    @TestHTTPResource
    String injector;

    @TempDir
    Path root;

    SandboxMachine machine(Shell shell) {
        String script = RestAssured.get("/v1/maestro-env").asString();
        return new SandboxMachine(root, shell, script).with("MAESTRO_INJECTOR_URL", injector)
                .with("MAESTRO_SESSION_URL", suite.sessionServiceAddress());
    }

    /** As a sandbox of this session, whatever it was enrolled for before. */
    SandboxMachine enrolled(Shell shell, PlayedSession session) {
        SandboxMachine machine = machine(shell).with("MAESTRO_ENROLMENT_CODE", suite.enrolment().code(session));
        machine.forgetToken();
        assertThat(machine.run("enroll").exit()).isZero();
        return machine.without("MAESTRO_ENROLMENT_CODE");
    }
}
