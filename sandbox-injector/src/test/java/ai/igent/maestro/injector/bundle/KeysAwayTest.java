package ai.igent.maestro.injector.bundle;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

import ai.igent.maestro.injector.played.InjectorTest;
import ai.igent.maestro.injector.played.PlayedSession;
import ai.igent.maestro.injector.played.PlayedSuite;

import static org.assertj.core.api.Assertions.assertThat;

/** An injector that started while session-service, whose keys it needs to know a token, was away. */
@QuarkusTest
@WithTestResource(value = PlayedSuite.class, initArgs = @ResourceArg(name = PlayedSuite.KEYS, value = PlayedSuite.AWAY))
class KeysAwayTest extends InjectorTest {
    @Test
    void doesNotCallATokenBadThatItCannotCheck() {
        PlayedSession session = suite.session(suite.vault().env("A", value()));

        assertThat(fetch(session).statusCode()).isEqualTo(503);
    }
}
