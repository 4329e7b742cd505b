package ai.igent.maestro.outbox.relay;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduler;

/** Once the service stops, nothing begins by the clock any more: the database is closed before the clock, and what begins in between is an error. */
@Singleton
class PauseSchedules {
    private final Scheduler scheduler;

    PauseSchedules(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    /** Before the relay, which takes its time. */
    void pause(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) ShutdownEvent stopping) {
        scheduler.pause();
    }
}
