package ai.igent.maestro.oauth.release;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.arc.Unremovable;

import ai.igent.maestro.web.problem.Problem;
import ai.igent.maestro.web.problem.Problems;

@ApplicationScoped
@Unremovable
class ReleaseProblems implements Problems<ReleaseFailure> {
    @Override
    public Class<ReleaseFailure> failures() {
        return ReleaseFailure.class;
    }

    @Override
    public Problem of(ReleaseFailure failure) {
        return switch (failure) {
            case ReleaseFailure.OwnersOrIds f -> Problem.invalid("owners", "owners-or-ids", "give either owners or ids");
            case ReleaseFailure.TooMany f -> Problem.invalid("ids", "too-many", "at most " + DescribeConnections.MOST + " at once");
        };
    }
}
