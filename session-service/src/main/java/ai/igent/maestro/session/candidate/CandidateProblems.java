package ai.igent.maestro.session.candidate;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.arc.Unremovable;

import ai.igent.maestro.web.problem.Problem;
import ai.igent.maestro.web.problem.Problems;

@ApplicationScoped
@Unremovable
class CandidateProblems implements Problems<CandidateFailure> {
    @Override
    public Class<CandidateFailure> failures() {
        return CandidateFailure.class;
    }

    @Override
    public Problem of(CandidateFailure failure) {
        return switch (failure) {
            case CandidateFailure.TooMany tooMany -> Problem.conflict("too-many-secrets",
                    "There are more secrets here than can be looked through for a name. Name them by their ids.");
            case CandidateFailure.OwnerServiceAway away -> Problem.unavailable(away.service() + "-unavailable",
                    away.service() + " does not answer, so what could be activated is not known. Try again in a moment.");
        };
    }
}
