package ai.igent.maestro.vault.secret;

import java.util.Arrays;

/** The state a caller changes, as its {@code If-Match} header names it. Absent or {@code *}: any. */
record IfMatch(String header) {
    static String tag(Secret secret) {
        return tag(secret.sequence());
    }

    static String tag(long sequence) {
        return '"' + Long.toString(sequence) + '"';
    }

    void check(Secret secret) {
        if (header == null || header.strip().equals("*")) return;
        if (Arrays.stream(header.split(",")).map(String::strip).noneMatch(tag(secret)::equals)) throw new SecretFailure.Stale();
    }
}
