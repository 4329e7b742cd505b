package ai.igent.maestro.outbox.relay;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduler;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

import ai.igent.maestro.test.RealServers;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@WithTestResource(RealServers.class)
class PauseSchedulesTest {
    @Inject
    Scheduler scheduler;

    @Inject
    PauseSchedules pause;

    @Test
    void nothingBeginsByTheClockOnceTheServiceStops() {
        assertThat(scheduler.isRunning()).isTrue();
        try {
            pause.pause(new ShutdownEvent());

            assertThat(scheduler.isRunning()).isFalse();
        } finally {
            scheduler.resume();
        }
    }
}
