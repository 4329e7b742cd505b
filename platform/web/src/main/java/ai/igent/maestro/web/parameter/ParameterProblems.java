package ai.igent.maestro.web.parameter;

import jakarta.enterprise.context.ApplicationScoped;

import ai.igent.maestro.web.problem.Problem;
import ai.igent.maestro.web.problem.Problems;

@ApplicationScoped
class ParameterProblems implements Problems<UnfitParameter> {
    @Override
    public Class<UnfitParameter> failures() {
        return UnfitParameter.class;
    }

    @Override
    public Problem of(UnfitParameter failure) {
        return switch (failure.flaw()) {
            case UNKNOWN -> Problem.unknownField(failure.name());
            case EMPTY -> Problem.invalid(failure.name(), "invalid", "must not be empty");
            case REPEATED -> Problem.invalid(failure.name(), "invalid", "must be given once");
        };
    }
}
