package ai.igent.maestro.vault.verify;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.arc.Unremovable;

import ai.igent.maestro.web.problem.Problem;
import ai.igent.maestro.web.problem.Problems;

@ApplicationScoped
@Unremovable
class VerifyProblems implements Problems<VerifyFailure> {
    @Override
    public Class<VerifyFailure> failures() {
        return VerifyFailure.class;
    }

    @Override
    public Problem of(VerifyFailure failure) {
        return switch (failure) {
            case VerifyFailure.NotFound absent -> Problem.notFound();
            case VerifyFailure.AdminRequired member ->
                Problem.forbidden("organization-admin-required", "Only an admin of the organization has its secrets verified.");
            case VerifyFailure.Deleted deleted -> Problem.conflict("secret-deleted", "The secret is deleted; undelete it first.");
            case VerifyFailure.Compromised leaked ->
                Problem.conflict("secret-compromised", "The secret's value was reported leaked and leaves no more; give it a new one.");
            case VerifyFailure.Tampered tampered -> Problem.conflict("secret-tampered",
                    "The stored secret was changed outside this service and is locked; delete and register it again.");
            case VerifyFailure.ChangedMeanwhile changed ->
                Problem.conflict("changed-meanwhile", "Somebody changed this secret; read it again.");
            case VerifyFailure.TooSoon soon -> Problem.tooMany(soon.retryAfter(), "This was verified a moment ago; try again later.");
        };
    }
}
