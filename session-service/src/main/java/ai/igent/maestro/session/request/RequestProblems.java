package ai.igent.maestro.session.request;

import java.util.List;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.arc.Unremovable;

import ai.igent.maestro.web.problem.Problem;
import ai.igent.maestro.web.problem.Problems;

@ApplicationScoped
@Unremovable
class RequestProblems implements Problems<RequestFailure> {
    @Override
    public Class<RequestFailure> failures() {
        return RequestFailure.class;
    }

    @Override
    public Problem of(RequestFailure failure) {
        return switch (failure) {
            case RequestFailure.NotActivatable not -> notActivatable(not);
            case RequestFailure.NotOpen closed -> Problem.conflict("request-" + closed.status().text(),
                    "The request is " + closed.status().text() + " and waits for no decision; make a new one.");
            case RequestFailure.WrongNonce wrong ->
                Problem.conflict("wrong-nonce", "The nonce is not the one this request was shown with; read it again.");
            case RequestFailure.NotInteractive not -> Problem.forbidden("interactive-sign-in-required",
                    "Only a person confirms: use a token of the console or the command line, not one that was passed on.");
            case RequestFailure.SetChanged changed -> Problem
                    .conflict("set-changed", "What you were shown has changed since; look at the fresh request.")
                    .with("request", changed.fresh());
            case RequestFailure.VariableConflict conflict -> conflict(conflict.conflicts());
            case RequestFailure.TooManyActive many -> Problem.conflict("too-many-active",
                    "At most " + Assessment.MOST_ACTIVE + " things are active in a session at once; deactivate some first.");
            case RequestFailure.NotAcknowledged needed -> Problem
                    .conflict("acknowledgement-required", "Some of this needs your express word: send it in acknowledge.")
                    .with("required", needed.missing());
            case RequestFailure.NotAMember not ->
                Problem.forbidden("not-a-member", "Only members of the organization confirm what it owns.");
            case RequestFailure.TooSoon soon ->
                Problem.tooMany(soon.remaining(), "The person said no; an agent asks again after a pause, which grows with each denial.");
        };
    }

    private static Problem notActivatable(RequestFailure.NotActivatable not) {
        return not.known()
                ? Problem.invalid(not.field(), "not-activatable", "this cannot be activated now: see its status in the session's secrets")
                : Problem.invalid(not.field(), "unknown-secret", "this session's user has nothing with this id");
    }

    private static Problem conflict(List<Conflict> conflicts) {
        String clashes = conflicts.stream().map(clash -> clash.variable() + " (" + String.join(", ", clash.names()) + ")")
                .collect(Collectors.joining("; "));
        return Problem.conflict("variable-conflict", "More than one secret would be delivered as " + clashes
                + ". Choose another variable for one of them, or deactivate one.").with("conflicts", conflicts);
    }
}
