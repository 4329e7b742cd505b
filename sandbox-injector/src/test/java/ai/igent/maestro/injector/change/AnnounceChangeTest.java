package ai.igent.maestro.injector.change;

import org.jboss.logging.Logger.Level;
import org.junit.jupiter.api.Test;

import ai.igent.maestro.injector.session.SessionFailure;

import static org.assertj.core.api.Assertions.assertThat;

class AnnounceChangeTest {
    @Test
    void aSessionThatIsOverIsNoTrouble() {
        assertThat(AnnounceChange.levelOf(new SessionFailure.Unknown())).isEqualTo(Level.DEBUG);
        assertThat(AnnounceChange.levelOf(new SessionFailure.TokenRevoked())).isEqualTo(Level.DEBUG);
    }

    @Test
    void whatElseKeepsABundleFromBeingBuiltIsToldToWhoeverRunsTheService() {
        assertThat(AnnounceChange.levelOf(new SessionFailure.Away())).isEqualTo(Level.WARN);
        assertThat(AnnounceChange.levelOf(new IllegalStateException())).isEqualTo(Level.WARN);
    }
}
