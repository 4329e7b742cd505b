package ai.igent.maestro.vault.verify;

import java.time.Instant;
import java.util.List;

/** What trying a value showed. {@code account}, {@code scopes} and {@code expiresAt} are the provider's words, and null when it said nothing. */
record Verdict(Explanation explanation, String account, List<String> scopes, Instant expiresAt) {
    static Verdict of(Explanation explanation) {
        return new Verdict(explanation, null, null, null);
    }

    /** Accepted, unless the end the provider names has passed. */
    static Verdict accepted(String account, List<String> scopes, Instant expiresAt, Instant now) {
        boolean over = expiresAt != null && !now.isBefore(expiresAt);
        return new Verdict(over ? Explanation.EXPIRED_THERE : Explanation.ACCEPTED, account, scopes, expiresAt);
    }

    VerificationStatus status() {
        return explanation.status();
    }

    /** The same without words of the provider that repeat what was sent. */
    Verdict without(Credentials sent) {
        return new Verdict(explanation, sent.occurIn(account) ? null : account,
                scopes == null ? null : scopes.stream().filter(scope -> !sent.occurIn(scope)).toList(), expiresAt);
    }
}
