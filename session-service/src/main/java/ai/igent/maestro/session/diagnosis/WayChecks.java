package ai.igent.maestro.session.diagnosis;

import java.util.List;
import java.util.stream.Collectors;

import ai.igent.maestro.session.activation.Activation;
import ai.igent.maestro.session.candidate.Candidate;
import ai.igent.maestro.session.session.SessionStatus;

/** The way of something into a session's sandbox: is the session open, is it registered, active, delivered, and alone in claiming its variable. */
final class WayChecks {
    private final Facts facts;

    WayChecks(Facts facts) {
        this.facts = facts;
    }

    Check session() {
        SessionStatus status = facts.session().statusAt(facts.now());
        return switch (status) {
            case ACTIVE -> Check.ok("session", "The session runs until " + facts.session().expiresAt() + ".");
            case ENDED, EXPIRED -> Check.failed("session", "The session has " + status.text() + "; nothing is active in it any more.",
                    Remedy.call("The platform starts a new session.", "POST /v1/sessions"));
        };
    }

    Check registered(Candidate candidate) {
        if (facts.described().isEmpty()) return ownersAway("registered");
        if (facts.describes(candidate.id())) return Check.ok("registered", "It is registered as " + candidate.name() + ".");
        return Check.failed("registered", "Its owner service does not know it any more.",
                Remedy.page("Register it again.", "/secrets"));
    }

    /** Of something that nothing is called like. */
    Check notRegistered(List<String> similar) {
        if (facts.described().isEmpty()) return ownersAway("registered");
        String hint = similar.isEmpty() ? "" : " Did you mean " + similar.stream().collect(Collectors.joining(" or ")) + "?";
        return Check.failed("registered", "Nothing that could be activated here is called so." + hint,
                Remedy.page("Its owner registers it, or connects the account.", "/secrets"));
    }

    private static Check ownersAway(String check) {
        return Check.unknown(check, "A service that owns secrets does not answer.", Remedy.call("Ask again in a moment.", null));
    }

    Check activated(Candidate candidate) {
        return facts.active(candidate.id()).map(this::active).orElseGet(() -> notActive(candidate));
    }

    private Check active(Activation activation) {
        return Check.ok("activated", "It is active as " + activation.variable() + " until " + activation.activeUntil() + ".");
    }

    private Check notActive(Candidate candidate) {
        String call = "POST /v1/sessions/" + facts.session().id() + "/activation-requests {\"activate\":[\"" + candidate.id() + "\"]}";
        if (facts.isWaitedFor(candidate.id()))
            return Check.failed("activated", "It is requested and waits for the user's word.",
                    Remedy.onTheTable(facts.session().id(), "The user confirms or denies the request.", null));
        Past past = facts.past().get(candidate.id());
        String before = past == null
                ? "It was never active in this session."
                : "It was active until " + past.at() + ": " + reason(past) + ".";
        return Check.failed("activated", before, Remedy.onTheTable(facts.session().id(), "Ask for it; the user confirms.", call));
    }

    private static String reason(Past past) {
        return switch (past.reason()) {
            case "time-up" -> "its time was up";
            case "deactivated" -> "somebody deactivated it";
            case "replaced" -> "it was activated anew";
            case "changed-at-owner" -> "it changed in a way that ends consent";
            case "member-removed" -> "the user left the organization";
            case "consent-revoked" -> "the consent given in advance was revoked";
            case "seal-broken" -> "what was stored about it was changed outside this service";
            case "session-ended", "session-expired" -> "the session ended";
            default -> "it was ended";
        };
    }

    Check delivered(Candidate candidate) {
        var session = facts.session();
        if (facts.active(candidate.id()).isEmpty()) return Check.unknown("delivered", "Only what is active is delivered.", null);
        var failure = facts.failure(candidate.id());
        if (failure.isPresent())
            return Check.failed("delivered", "Revision " + session.revision() + " came without it: " + failure.get().code() + ".",
                    FailureRemedies.of(failure.get().code(), candidate.id()));
        if (session.appliedRevision() >= session.revision() || facts.somethingFailedNow())
            return Check.ok("delivered", "The sandbox has it, with revision " + session.revision() + ".");
        return Check.warning("delivered",
                "Revision " + session.revision() + " holds now; the last that was reported from the sandbox is " + session.appliedRevision()
                        + ".",
                Remedy.call("In the sandbox, run a command through maestro-env, or fetch the bundle.",
                        "GET /v1/sandboxes/" + session.id() + "/bundle?revision=" + session.revision() + "&wait=PT10S"));
    }

    Check conflicts(Candidate candidate) {
        if (facts.active(candidate.id()).isPresent()) return Check.ok("conflicts", "Nothing else is delivered as its variable.");
        return facts.activity().active().stream().filter(other -> other.variable().equals(candidate.variable())).findFirst()
                .map(other -> conflict(candidate, other))
                .orElseGet(() -> Check.ok("conflicts", "Nothing active claims " + candidate.variable() + "."));
    }

    private Check conflict(Candidate candidate, Activation other) {
        return Check.failed("conflicts", other.name() + " is active as " + candidate.variable() + ".",
                Remedy.onTheTable(facts.session().id(), "Deactivate that, or ask for this one under another variable.",
                        "POST /v1/sessions/" + facts.session().id() + "/activation-requests {\"activate\":[\"" + candidate.id()
                                + "\"],\"variables\":{\"" + candidate.id() + "\":\"" + candidate.variable() + "_2\"}}"));
    }
}
