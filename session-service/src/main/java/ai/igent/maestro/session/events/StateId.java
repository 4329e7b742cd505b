package ai.igent.maestro.session.events;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import ai.igent.maestro.session.candidate.CandidateId;

/**
 * Stands for all that a stream tells of a state: two states have the same id exactly when there is nothing to tell between them, on every replica. It
 * comes with the last event of what a look found new, so whoever has it was told everything before it too.
 */
record StateId(String text) {
    private static final int BYTES = 12;

    static StateId of(SessionState state) {
        String told = Stream.of(state.session(), state.status().text(), state.revision(), state.appliedRevision(), state.failedRevision(),
                state.request(), state.requestStatus(), state.expiringAt(),
                state.expiring().stream().map(CandidateId::text).sorted().collect(Collectors.joining(",")))
                .map(Objects::toString).collect(Collectors.joining("\n"));
        return new StateId(digest(told));
    }

    private static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, BYTES));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
