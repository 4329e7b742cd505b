package ai.igent.maestro.session.report;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.arc.Unremovable;

import ai.igent.maestro.web.problem.Problem;
import ai.igent.maestro.web.problem.Problems;

@ApplicationScoped
@Unremovable
class ReportProblems implements Problems<ReportFailure> {
    @Override
    public Class<ReportFailure> failures() {
        return ReportFailure.class;
    }

    @Override
    public Problem of(ReportFailure failure) {
        return switch (failure) {
            case ReportFailure.FutureRevision future -> Problem.invalid("revision", "unknown-revision", "the session has no such revision");
        };
    }
}
