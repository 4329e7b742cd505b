package ai.igent.maestro.vault.secret;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.arc.Unremovable;

import ai.igent.maestro.web.problem.FieldError;
import ai.igent.maestro.web.problem.Problem;
import ai.igent.maestro.web.problem.Problems;

@ApplicationScoped
@Unremovable
class SecretProblems implements Problems<SecretFailure> {
    @Override
    public Class<SecretFailure> failures() {
        return SecretFailure.class;
    }

    @Override
    public Problem of(SecretFailure failure) {
        return switch (failure) {
            case SecretFailure.NotFound absent -> Problem.notFound();
            case SecretFailure.AdminRequired member ->
                Problem.forbidden("organization-admin-required", "Only an admin of the organization may change its secrets.");
            case SecretFailure.NameTaken taken ->
                Problem.conflict("secret-exists", "A secret with this name, account and environment exists.");
            case SecretFailure.Deleted deleted -> Problem.conflict("secret-deleted", "The secret is deleted; undelete it first.");
            case SecretFailure.NotDeleted active -> Problem.conflict("secret-not-deleted", "The secret is not deleted.");
            case SecretFailure.VersionCurrent current ->
                Problem.conflict("version-current", "This is the current version; give the secret another value first, or delete it.");
            case SecretFailure.VersionDestroyed destroyed -> Problem.conflict("version-destroyed", "The version was destroyed for good.");
            case SecretFailure.ValueCompromised compromised ->
                Problem.conflict("value-compromised", "This value was reported leaked; make a new one at the provider.");
            case SecretFailure.Purged purged ->
                Problem.conflict("secret-purged",
                        "What this request made the first time was purged; send it with another Idempotency-Key.");
            case SecretFailure.ChangedMeanwhile changed -> changedMeanwhile();
            case SecretFailure.KeyMoved moved -> changedMeanwhile();
            case SecretFailure.Destroyed destroyed ->
                Problem.conflict("secret-destroyed", "The owner's keys were destroyed and the value with them; it cannot be had again.");
            case SecretFailure.Stale stale -> Problem.stale();
            case SecretFailure.Tampered tampered ->
                Problem.conflict("secret-tampered",
                        "The stored secret was changed outside this service and is locked; delete and register it again.");
            case SecretFailure.ImportRefused refused -> Problem.invalid(refused.lines().stream()
                    .map(line -> new FieldError("line " + line.line(), line.code(), line.detail())).toList());
            case SecretFailure.Unfit unfit -> Problem.invalid(unfit.field(), unfit.code(), unfit.reason());
        };
    }

    private static Problem changedMeanwhile() {
        return Problem.conflict("changed-meanwhile", "Somebody changed this secret; read it again.");
    }
}
