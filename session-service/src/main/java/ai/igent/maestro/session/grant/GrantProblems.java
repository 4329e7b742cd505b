package ai.igent.maestro.session.grant;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.arc.Unremovable;

import ai.igent.maestro.web.problem.Problem;
import ai.igent.maestro.web.problem.Problems;

@ApplicationScoped
@Unremovable
class GrantProblems implements Problems<GrantFailure> {
    @Override
    public Class<GrantFailure> failures() {
        return GrantFailure.class;
    }

    @Override
    public Problem of(GrantFailure failure) {
        return switch (failure) {
            case GrantFailure.TooBusy busy ->
                Problem.unavailable("too-busy", "More is asked than can be answered now. Try again in a moment.");
        };
    }
}
