package ai.igent.maestro.injector.git;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.arc.Unremovable;

import ai.igent.maestro.web.problem.Problem;
import ai.igent.maestro.web.problem.Problems;

@ApplicationScoped
@Unremovable
class GitProblems implements Problems<GitFailure> {
    @Override
    public Class<GitFailure> failures() {
        return GitFailure.class;
    }

    @Override
    public Problem of(GitFailure failure) {
        return switch (failure) {
            case GitFailure.Unreadable unreadable -> Problem.unreadable("Line " + unreadable.line() + " is not key=value.");
            case GitFailure.UnknownOperation unknown -> Problem.invalid("operation", "invalid", "must be get, store or erase");
            case GitFailure.Ambiguous ambiguous -> Problem.conflict("git-credential-ambiguous",
                    "Several active credentials are for this host. Put one of these before the host, as in https://NAME@host/: "
                            + String.join(", ", ambiguous.choices()) + ".")
                    .with("choices", ambiguous.choices());
        };
    }
}
