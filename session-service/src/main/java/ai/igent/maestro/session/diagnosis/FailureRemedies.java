package ai.igent.maestro.session.diagnosis;

import ai.igent.maestro.session.candidate.CandidateId;

/** What helps against the failures of docs/reference/bundle-failures.md. */
final class FailureRemedies {
    private FailureRemedies() {}

    static Remedy of(String code, CandidateId id) {
        return switch (code) {
            case "compromised", "expired", "broken" -> new Remedy("Give it a new value.", "PUT /v1/secrets/" + id + "/value", "/secrets");
            case "deleted" -> new Remedy("Undelete it, then activate it again.", "POST /v1/secrets/" + id + "/undelete", "/secrets");
            case "epoch-changed", "kind-changed", "not-found" -> Remedy.call("Deactivate it, and ask for it again as it is now.", null);
            case "pending", "revoked", "reauthorization-required", "token-expiring", "seal-broken" ->
                new Remedy("Authorize the account again.", "POST /v1/connections/" + id + "/reauthorize", "/connections");
            case "owner-timeout", "owner-unavailable" -> Remedy.call("Fetch again; its owner service did not answer in time.", null);
            default -> Remedy.call("Tell an operator the code.", null);
        };
    }
}
