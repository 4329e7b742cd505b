package ai.igent.maestro.audit.trail;

import jakarta.enterprise.context.ApplicationScoped;

import ai.igent.maestro.web.problem.Problem;
import ai.igent.maestro.web.problem.Problems;

@ApplicationScoped
class TrailProblems implements Problems<TrailFailure> {
    @Override
    public Class<TrailFailure> failures() {
        return TrailFailure.class;
    }

    @Override
    public Problem of(TrailFailure failure) {
        return switch (failure) {
            case TrailFailure.UnreadableFilter it -> Problem.invalid(it.filter, "invalid", it.expected);
        };
    }
}
