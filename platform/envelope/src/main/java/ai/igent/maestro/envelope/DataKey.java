package ai.igent.maestro.envelope;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * An owner's data key, unwrapped. Whoever receives one closes it: closing overwrites the key, is idempotent, and makes every later use throw
 * {@link IllegalStateException}. Copies the JDK's ciphers make for the length of one operation are out of reach and left to the garbage collector.
 *
 * <p>Never used directly: sealing and authenticating each use a key derived from it (HKDF-SHA256, RFC 5869), so that neither weakens the other.
 */
public final class DataKey implements AutoCloseable {
    static final int BYTES = 32;

    /** What a derived key is for; the text is part of the stored format and never changes. */
    enum Use {
        SEAL("maestro data key v1: seal"),
        AUTHENTICATE("maestro data key v1: authenticate");

        private final String context;

        Use(String context) {
            this.context = context;
        }
    }

    private final WrappedDataKey wrapped;
    private final byte[] material;
    private boolean wiped;

    private DataKey(WrappedDataKey wrapped, byte[] material) {
        this.wrapped = wrapped;
        this.material = material;
    }

    /**
     * For key services. Takes over {@code material}: the caller keeps no other reference to it.
     *
     * @throws IllegalArgumentException when it has another length than a data key
     */
    public static DataKey of(WrappedDataKey wrapped, byte[] material) {
        if (material.length != BYTES)
            throw new IllegalArgumentException("a data key has 32 bytes");
        return new DataKey(wrapped, material);
    }

    public WrappedDataKey wrapped() {
        return wrapped;
    }

    synchronized SecretKey derive(Use use, String algorithm) throws GeneralSecurityException {
        if (wiped)
            throw new IllegalStateException("the data key was wiped");
        var context = HKDFParameterSpec.expandOnly(new SecretKeySpec(material, "Generic"), use.context.getBytes(UTF_8), BYTES);
        return KDF.getInstance("HKDF-SHA256").deriveKey(algorithm, context);
    }

    /** Lends the key itself, for wrapping it anew; {@code use} keeps no reference to it. */
    synchronized <R> R borrow(Function<byte[], R> use) {
        if (wiped)
            throw new IllegalStateException("the data key was wiped");
        return use.apply(material);
    }

    /** Another key of the same bytes with a life of its own; empty when this one was wiped meanwhile. */
    synchronized Optional<DataKey> copy() {
        return wiped ? Optional.empty() : Optional.of(new DataKey(wrapped, material.clone()));
    }

    @Override
    public synchronized void close() {
        wiped = true;
        Arrays.fill(material, (byte) 0);
    }

    @Override
    public String toString() {
        return "[data key]";
    }
}
