package ai.igent.maestro.grants;

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
            case GrantFailure.Refused refused -> Problem.forbidden("grant-refused", "The grant is not valid for this call.");
            case GrantFailure.KeysUnavailable away ->
                Problem.unavailable("session-service-unavailable", "The keys to check the grant with cannot be read now.");
        };
    }
}
