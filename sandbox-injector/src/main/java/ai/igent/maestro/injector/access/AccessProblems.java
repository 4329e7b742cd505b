package ai.igent.maestro.injector.access;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.arc.Unremovable;

import ai.igent.maestro.web.problem.Problem;
import ai.igent.maestro.web.problem.Problems;

@ApplicationScoped
@Unremovable
class AccessProblems implements Problems<AccessFailure> {
    @Override
    public Class<AccessFailure> failures() {
        return AccessFailure.class;
    }

    @Override
    public Problem of(AccessFailure failure) {
        return switch (failure) {
            case AccessFailure.OtherSession other -> Problem.notFound();
            case AccessFailure.UnknownParameter unknown -> Problem.unknownField("query");
        };
    }
}
