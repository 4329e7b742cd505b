package ai.igent.maestro.session.standing;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.arc.Unremovable;

import ai.igent.maestro.web.problem.Problem;
import ai.igent.maestro.web.problem.Problems;

@ApplicationScoped
@Unremovable
class StandingProblems implements Problems<StandingFailure> {
    @Override
    public Class<StandingFailure> failures() {
        return StandingFailure.class;
    }

    @Override
    public Problem of(StandingFailure failure) {
        return switch (failure) {
            case StandingFailure.NotFound absent -> Problem.notFound();
            case StandingFailure.Production production -> Problem.invalid(production.field(), "production-not-in-advance",
                    "production secrets are confirmed for each session");
            case StandingFailure.Untimely untimely -> Problem.invalid("until", "out-of-bounds",
                    "this must be later than in a minute and at most " + untimely.longest() + " from now");
            case StandingFailure.TooMany many -> Problem.conflict("too-many-standing-consents",
                    "There are many standing consents for this agent already; revoke one first.");
        };
    }
}
