package ai.igent.maestro.injector.bundle;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.arc.Unremovable;

import ai.igent.maestro.web.problem.Problem;
import ai.igent.maestro.web.problem.Problems;

@ApplicationScoped
@Unremovable
class BundleProblems implements Problems<BundleFailure> {
    @Override
    public Class<BundleFailure> failures() {
        return BundleFailure.class;
    }

    @Override
    public Problem of(BundleFailure failure) {
        return switch (failure) {
            case BundleFailure.Invalid invalid -> Problem.invalid(invalid.field(), "invalid", invalid.reason());
            case BundleFailure.RevisionNotReady early ->
                Problem.unavailable("revision-not-ready", "The session has not come to this revision yet.");
            case BundleFailure.ChangedMeanwhile changed ->
                Problem.unavailable("changed-meanwhile", "What is active is changing right now; fetch again.");
            case BundleFailure.NothingReleased nothing ->
                Problem.unavailable("owner-unavailable", "Their owners did not release in time: " + nothing.variables() + ".");
        };
    }
}
