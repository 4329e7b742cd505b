package ai.igent.maestro.idempotency;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.arc.Unremovable;

import ai.igent.maestro.web.problem.Problem;
import ai.igent.maestro.web.problem.Problems;

@ApplicationScoped
@Unremovable
class IdempotencyProblems implements Problems<IdempotencyFailure> {
    @Override
    public Class<IdempotencyFailure> failures() {
        return IdempotencyFailure.class;
    }

    @Override
    public Problem of(IdempotencyFailure failure) {
        return switch (failure) {
            case IdempotencyFailure.Reused reused ->
                Problem.conflict("idempotency-key-reused", "This Idempotency-Key was used for a request with another body.");
            case IdempotencyFailure.UnfitKey unfit ->
                Problem.invalid("Idempotency-Key", "invalid", "must be 1 to 200 visible ASCII characters");
        };
    }
}
