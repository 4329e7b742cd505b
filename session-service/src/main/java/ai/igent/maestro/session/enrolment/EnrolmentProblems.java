package ai.igent.maestro.session.enrolment;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.arc.Unremovable;

import ai.igent.maestro.web.problem.Problem;
import ai.igent.maestro.web.problem.Problems;

@ApplicationScoped
@Unremovable
class EnrolmentProblems implements Problems<EnrolmentFailure> {
    @Override
    public Class<EnrolmentFailure> failures() {
        return EnrolmentFailure.class;
    }

    @Override
    public Problem of(EnrolmentFailure failure) {
        return switch (failure) {
            case EnrolmentFailure.Unknown unknown -> Problem.notFound();
            case EnrolmentFailure.Refused refused -> of(refused.refusal());
        };
    }

    private static Problem of(Refusal refusal) {
        return switch (refusal) {
            case USED ->
                Problem.conflict("enrolment-code-used", "A sandbox has enrolled with this code; the platform can issue a new one.");
            case EXPIRED -> Problem.conflict("enrolment-code-expired", "The code is no longer valid; the platform can issue a new one.");
            case SESSION_OVER -> Problem.conflict("session-ended", "The session has ended; the platform can create a new one.");
        };
    }
}
