package ai.igent.maestro.vault.describe;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.arc.Unremovable;

import ai.igent.maestro.web.problem.Problem;
import ai.igent.maestro.web.problem.Problems;

@ApplicationScoped
@Unremovable
class DescribeProblems implements Problems<DescribeFailure> {
    @Override
    public Class<DescribeFailure> failures() {
        return DescribeFailure.class;
    }

    @Override
    public Problem of(DescribeFailure failure) {
        return Problem.invalid(failure.field(), "invalid", failure.reason());
    }
}
