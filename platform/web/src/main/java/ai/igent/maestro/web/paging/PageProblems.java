package ai.igent.maestro.web.paging;

import jakarta.enterprise.context.ApplicationScoped;

import ai.igent.maestro.web.problem.Problem;
import ai.igent.maestro.web.problem.Problems;

@ApplicationScoped
class PageProblems implements Problems<InvalidPage> {
    @Override
    public Class<InvalidPage> failures() {
        return InvalidPage.class;
    }

    @Override
    public Problem of(InvalidPage failure) {
        return Problem.invalid(failure.parameter(), "invalid", failure.expected());
    }
}
