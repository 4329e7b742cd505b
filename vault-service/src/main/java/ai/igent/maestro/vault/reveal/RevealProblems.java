package ai.igent.maestro.vault.reveal;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.arc.Unremovable;

import ai.igent.maestro.web.problem.Problem;
import ai.igent.maestro.web.problem.Problems;

@ApplicationScoped
@Unremovable
class RevealProblems implements Problems<RevealFailure> {
    @Override
    public Class<RevealFailure> failures() {
        return RevealFailure.class;
    }

    @Override
    public Problem of(RevealFailure failure) {
        String code = failure.refusal().code();
        return switch (failure.refusal()) {
            case NOT_OWNER -> Problem.notFound();
            case NOT_INTERACTIVE -> Problem.forbidden(code,
                    "Only a person is shown a value: use a token of the console or the command line, not one that was passed on.");
            case SIGN_IN_TOO_OLD -> Problem.forbidden(code, "Sign in again: a value is shown within five minutes of a sign-in.");
            case NOT_ADMIN -> Problem.forbidden(code, "Only an admin of the organization is shown its values.");
            case DELETED -> Problem.conflict(code, "The secret is deleted; undelete it first.");
            case DESTROYED -> Problem.conflict(code, "The owner's keys were destroyed and the value with them; it cannot be had again.");
            case BROKEN -> Problem.conflict(code,
                    "The stored secret was changed outside this service and is locked; delete and register it again.");
        };
    }
}
