package ai.igent.maestro.session.session;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.arc.Unremovable;

import ai.igent.maestro.web.problem.Problem;
import ai.igent.maestro.web.problem.Problems;

@ApplicationScoped
@Unremovable
class SessionProblems implements Problems<SessionFailure> {
    @Override
    public Class<SessionFailure> failures() {
        return SessionFailure.class;
    }

    @Override
    public Problem of(SessionFailure failure) {
        return switch (failure) {
            case SessionFailure.NotFound absent -> Problem.notFound();
            case SessionFailure.Over over -> Problem.conflict("session-ended", "The session has ended; the platform can create a new one.");
            case SessionFailure.TokenRevoked revoked -> Problem.unauthorized();
        };
    }
}
