package ai.igent.maestro.vault.keyjob;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.arc.Unremovable;

import ai.igent.maestro.web.problem.Problem;
import ai.igent.maestro.web.problem.Problems;

@ApplicationScoped
@Unremovable
class KeyJobProblems implements Problems<KeyJobFailure> {
    @Override
    public Class<KeyJobFailure> failures() {
        return KeyJobFailure.class;
    }

    @Override
    public Problem of(KeyJobFailure failure) {
        return switch (failure) {
            case KeyJobFailure.NotFound absent -> Problem.notFound();
            case KeyJobFailure.OwnerNotRepeated other ->
                Problem.invalid("owner", "not-repeated", "must be the owner in the path, as user:<sub> or organization:<id>");
        };
    }
}
