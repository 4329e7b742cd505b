package ai.igent.maestro.injector.bundle;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

import ai.igent.maestro.vocabulary.SecretKind;
import ai.igent.maestro.vocabulary.SessionId;
import ai.igent.maestro.vocabulary.VariableName;

/**
 * The content of one revision.
 *
 * @param expiresAt when something in it ends by itself or has to be fetched anew, or null
 * @param complete whether every owner answered
 */
record Bundle(SessionId session, long revision, List<Delivered> delivered, List<Undelivered> undelivered, Instant expiresAt,
        boolean complete) implements AutoCloseable {
    private static final int DIGEST_BYTES = 12;

    Bundle {
        delivered = List.copyOf(delivered);
        undelivered = List.copyOf(undelivered);
    }

    Stream<Delivered> variables() {
        return delivered.stream().filter(each -> each.item().kind() != SecretKind.FILE);
    }

    Stream<Delivered> files() {
        return delivered.stream().filter(each -> each.item().kind() == SecretKind.FILE);
    }

    List<VariableName> names() {
        return delivered.stream().map(Delivered::variable).toList();
    }

    /** Revision, ids and versions, quoted; computed from no value. */
    String etag() {
        StringBuilder content = new StringBuilder();
        delivered.forEach(each -> content.append(each.item().id()).append('=').append(each.variable()).append(':').append(each.version())
                .append('\n'));
        undelivered.forEach(each -> content.append(each.item().id()).append('!').append(each.code()).append('\n'));
        return '"' + Long.toString(revision) + '-' + digest(content.toString()) + '"';
    }

    @Override
    public void close() {
        delivered.forEach(each -> each.value().close());
    }

    private static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, DIGEST_BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
