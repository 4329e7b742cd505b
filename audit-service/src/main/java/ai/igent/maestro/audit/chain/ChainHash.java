package ai.igent.maestro.audit.chain;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256 over the previous hash (32 bytes), the partition (4, big-endian), the sequence (8, big-endian) and the content. */
public final class ChainHash {
    public static final int LENGTH = 32;

    private ChainHash() {}

    /** What stands before the first entry of a chain. */
    public static byte[] genesis() {
        return new byte[LENGTH];
    }

    public static byte[] of(byte[] previous, int partition, long sequence, byte[] content) {
        MessageDigest digest = sha256();
        digest.update(previous);
        digest.update(ByteBuffer.allocate(Integer.BYTES + Long.BYTES).putInt(partition).putLong(sequence).array());
        return digest.digest(content);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
