package ai.igent.maestro.vocabulary;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.function.Function;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;

/**
 * A secret's or token's plaintext, in memory. Prints as a placeholder, refuses to be serialized, and is wiped by whoever made it, as soon as the
 * value has been sealed or sent. Wiping is idempotent; a wiped value throws {@link IllegalStateException} on every use.
 *
 * <p>The one way out is {@link #release()}, which only the services' release paths and the injector's bundle may call.
 */
@JsonSerialize(using = RefuseToSerialize.class)
public final class SecretValue implements AutoCloseable {
    /** The longest value accepted anywhere, in bytes of UTF-8. */
    public static final int MAX_BYTES = 64 * 1024;

    private final byte[] utf8;
    private boolean wiped;

    private SecretValue(byte[] utf8) {
        this.utf8 = utf8;
    }

    /** @throws InvalidWord when empty, longer than {@link #MAX_BYTES}, or not encodable as UTF-8 or as a variable (NUL) */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static SecretValue of(String text) {
        if (text == null || text.isEmpty())
            throw new InvalidWord("must not be empty");
        if (text.length() > MAX_BYTES)
            throw new InvalidWord("must have at most 65536 bytes");
        if (text.indexOf('\0') >= 0)
            throw new InvalidWord("must not contain a NUL character");
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(text))
            throw new InvalidWord("must be valid Unicode text");
        return ofUtf8(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Takes over {@code utf8}: the caller keeps no other reference to it. */
    public static SecretValue ofUtf8(byte[] utf8) {
        if (utf8.length == 0)
            throw new InvalidWord("must not be empty");
        if (utf8.length > MAX_BYTES)
            throw new InvalidWord("must have at most 65536 bytes");
        return new SecretValue(utf8);
    }

    /** Lends the bytes to {@code use}, which must neither keep nor change them. */
    public <R> R borrow(Function<byte[], R> use) {
        if (wiped)
            throw new IllegalStateException("the value was wiped");
        return use.apply(utf8);
    }

    /** The form that serializes. Call it only where a value may leave, after its release is on record. */
    public ReleasedValue release() {
        return new ReleasedValue(this);
    }

    public int length() {
        return utf8.length;
    }

    @Override
    public void close() {
        wiped = true;
        Arrays.fill(utf8, (byte) 0);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SecretValue that && !wiped && !that.wiped && MessageDigest.isEqual(utf8, that.utf8);
    }

    /** Constant, so that no hash of a value ends up anywhere. */
    @Override
    public int hashCode() {
        return 1;
    }

    @Override
    public String toString() {
        return "[secret]";
    }
}
