package ai.igent.maestro.session.diagnosis;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import ai.igent.maestro.contracts.internal.Described;
import ai.igent.maestro.session.candidate.Candidate;
import ai.igent.maestro.session.candidate.Verification;

/** What its owner service says of something: of a secret its format, verification and ends, of a connection its authorization and scopes. */
final class ThingChecks {
    private static final Set<String> NOT_ABOUT_FORMAT = Set.of("expires-soon", "rotation-due", "scopes-narrow", "degraded");
    private static final String SCOPES = "scopes-narrow";

    private ThingChecks() {}

    static List<Check> of(Candidate candidate) {
        return switch (candidate.id().source()) {
            case VAULT -> List.of(format(candidate), verified(candidate), expired(candidate), revoked(candidate));
            case OAUTH -> List.of(authorization(candidate), scopes(candidate), revoked(candidate));
        };
    }

    private static Check format(Candidate candidate) {
        List<Described.Warning> findings = candidate.warnings().stream().filter(warning -> !NOT_ABOUT_FORMAT.contains(warning.code()))
                .toList();
        if (findings.isEmpty()) return Check.ok("format", "Nothing is odd about the value.");
        return Check.warning("format", findings.stream().map(Described.Warning::detail).collect(Collectors.joining(" ")),
                secret(candidate, "Look at the value, and give it a new one if it is wrong.",
                        "PUT /v1/secrets/" + candidate.id() + "/value"));
    }

    private static Check verified(Candidate candidate) {
        var again = secret(candidate, "Try the value at its provider.", "POST /v1/secrets/" + candidate.id() + "/verify");
        Verification last = candidate.verification();
        if (last == null) return Check.unknown("verified", "Whether the provider takes the value is not known.", again);
        return switch (last.status()) {
            case "valid" -> Check.ok("verified", "The provider took the value at " + last.at() + ".");
            case "invalid", "expired" ->
                Check.failed("verified", "The provider refused the value at " + last.at() + ": " + last.status() + ".",
                        secret(candidate, "Give it a new value.", "PUT /v1/secrets/" + candidate.id() + "/value"));
            default -> Check.unknown("verified", "Trying it at " + last.at() + " told nothing: " + last.status() + ".", again);
        };
    }

    private static Check expired(Candidate candidate) {
        var renew = secret(candidate, "Give it a new value and another expiry.", "PUT /v1/secrets/" + candidate.id() + "/value");
        if (candidate.status().equals("expired")) return Check.failed("expired", "It expired at " + candidate.expiresAt() + ".", renew);
        return warning(candidate, "expires-soon").map(soon -> Check.warning("expired", soon.detail(), renew))
                .or(() -> warning(candidate, "rotation-due").map(due -> Check.warning("expired", due.detail(), renew)))
                .orElseGet(() -> Check.ok("expired", candidate.expiresAt() == null
                        ? "It does not expire."
                        : "It expires at " + candidate.expiresAt() + "."));
    }

    private static Check revoked(Candidate candidate) {
        return switch (candidate.status()) {
            case "compromised" -> Check.failed("revoked", "It was reported leaked; it needs a really new value.",
                    secret(candidate, "Give it a new value.", "PUT /v1/secrets/" + candidate.id() + "/value"));
            case "deleted" -> Check.failed("revoked", "It was deleted.",
                    secret(candidate, "Undelete it, within seven days.", "POST /v1/secrets/" + candidate.id() + "/undelete"));
            case "revoked" ->
                Check.failed("revoked", "The connection was revoked.", connection(candidate, "Connect the account again.", null));
            default -> Check.ok("revoked", "It was not revoked.");
        };
    }

    private static Check authorization(Candidate candidate) {
        return switch (candidate.status()) {
            case "reauthorization-required" -> Check.failed("authorization", "The provider wants the account to be authorized again.",
                    connection(candidate, "Authorize it again.", "POST /v1/connections/" + candidate.id() + "/reauthorize"));
            case "pending" -> Check.failed("authorization", "The account was never connected to the end.",
                    connection(candidate, "Finish the authorization.", "POST /v1/connections/" + candidate.id() + "/reauthorize"));
            default -> Check.ok("authorization", "The provider's authorization stands.");
        };
    }

    private static Check scopes(Candidate candidate) {
        return warning(candidate, SCOPES).map(narrow -> Check.warning("scopes", narrow.detail(),
                connection(candidate, "Authorize it again with what is needed.",
                        "POST /v1/connections/" + candidate.id() + "/reauthorize")))
                .orElseGet(() -> Check.ok("scopes", "The provider granted what was asked for."));
    }

    private static Optional<Described.Warning> warning(Candidate candidate, String code) {
        return candidate.warnings().stream().filter(warning -> warning.code().equals(code)).findFirst();
    }

    private static Remedy secret(Candidate candidate, String text, String call) {
        return new Remedy(text, call, "/secrets");
    }

    private static Remedy connection(Candidate candidate, String text, String call) {
        return new Remedy(text, call, "/connections");
    }
}
