package ai.igent.maestro.vault.secret;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * What the MAC of a row covered before {@link ReleaseStatement}: not the integration, account, tags and description. Nothing is signed like this any
 * more, and {@link FirstFormat} says whether it is still believed.
 */
final class FirstStatement {
    private static final String FORMAT = "secret row v1";
    private static final String NONE = "";

    private FirstStatement() {}

    static byte[] of(Secret secret) {
        var bytes = new ByteArrayOutputStream();
        var labels = secret.labels;
        try (var out = new DataOutputStream(bytes)) {
            out.writeUTF(FORMAT);
            out.writeUTF(secret.owner.text());
            out.writeUTF(secret.id);
            out.writeLong(secret.version);
            out.writeLong(secret.epoch);
            out.writeUTF(secret.status.text());
            out.writeUTF(labels.name().text());
            out.writeUTF(labels.kind().text());
            out.writeUTF(labels.variable().text());
            out.writeUTF(labels.environment() == null ? NONE : labels.environment().text());
            out.writeUTF(labels.expiresAt() == null ? NONE : labels.expiresAt().toString());
            if (secret.leakedVersion > 0) out.writeLong(secret.leakedVersion);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
