package ai.igent.maestro.injector.session;

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
            case SessionFailure.Unknown unknown -> Problem.notFound();
            case SessionFailure.TokenRevoked revoked -> Problem.unauthorized();
            case SessionFailure.Away away ->
                Problem.unavailable("session-service-unavailable", "What is active cannot be asked now, so nothing is handed out.");
        };
    }
}
