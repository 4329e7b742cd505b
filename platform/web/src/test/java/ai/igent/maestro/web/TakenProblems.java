package ai.igent.maestro.web;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.arc.Unremovable;

import ai.igent.maestro.web.problem.Problem;
import ai.igent.maestro.web.problem.Problems;

@ApplicationScoped
@Unremovable
class TakenProblems implements Problems<EdgeResource.Taken> {
    @Override
    public Class<EdgeResource.Taken> failures() {
        return EdgeResource.Taken.class;
    }

    @Override
    public Problem of(EdgeResource.Taken failure) {
        return Problem.conflict("taken", "This is taken.");
    }
}
