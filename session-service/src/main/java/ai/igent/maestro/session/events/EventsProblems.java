package ai.igent.maestro.session.events;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.arc.Unremovable;

import ai.igent.maestro.web.problem.Problem;
import ai.igent.maestro.web.problem.Problems;

@ApplicationScoped
@Unremovable
class EventsProblems implements Problems<EventsFailure> {
    private static final Duration LATER = Duration.ofSeconds(15);

    @Override
    public Class<EventsFailure> failures() {
        return EventsFailure.class;
    }

    @Override
    public Problem of(EventsFailure failure) {
        return switch (failure) {
            case EventsFailure.TooManyStreams full ->
                Problem.tooMany(LATER, "This session is watched by as many streams as it may be; close one first.");
        };
    }
}
