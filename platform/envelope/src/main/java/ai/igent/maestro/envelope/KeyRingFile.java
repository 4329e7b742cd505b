package ai.igent.maestro.envelope;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** The master keys of a {@link LocalKeyRing} on disk: a line {@code version:base64} each, readable by its owner only. */
final class KeyRingFile {
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");
    private static final FileAttribute<Set<PosixFilePermission>> PRIVATE = PosixFilePermissions.asFileAttribute(OWNER_ONLY);

    private final Path path;

    KeyRingFile(Path path) {
        this.path = path.toAbsolutePath();
    }

    boolean exists() {
        return Files.exists(path);
    }

    /**
     * Adds a key of the next version and answers its number. Readers see the file before or after, never in between. Two processes that do so at once
     * add one each: a version that was read by anybody is never replaced by another key.
     */
    int append(SecureRandom randomness) {
        synchronized (KeyRingFile.class) {
            try (var turn = FileChannel.open(lock(), EnumSet.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE), PRIVATE)) {
                turn.lock();
                return replaceWithOneMore(randomness);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot write the key ring " + path, e);
            }
        }
    }

    /** Not the file itself, which is replaced while the lock is held. */
    private Path lock() {
        return path.resolveSibling(path.getFileName() + ".lock");
    }

    private int replaceWithOneMore(SecureRandom randomness) throws IOException {
        int version = read().lastKey() + 1;
        Path draft = draft();
        try {
            write(draft, Files.readString(path).stripTrailing() + "\n" + line(version, randomness));
            Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
        return version;
    }

    /** Writes a file with one new key. When two processes do so at once, both go on with the one that came first. */
    void create(SecureRandom randomness) {
        try {
            Files.createDirectories(path.getParent());
            Path draft = draft();
            write(draft, line(1, randomness));
            appear(draft);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot create the key ring " + path, e);
        }
    }

    private Path draft() throws IOException {
        return Files.createTempFile(path.getParent(), "key-ring", ".new", PRIVATE);
    }

    private static String line(int version, SecureRandom randomness) {
        byte[] key = new byte[DataKey.BYTES];
        randomness.nextBytes(key);
        return version + ":" + Base64.getEncoder().encodeToString(key) + "\n";
    }

    /** On the disk before it appears: a data key may be wrapped with it at once. */
    private static void write(Path draft, String lines) throws IOException {
        Files.writeString(draft, lines, StandardOpenOption.WRITE, StandardOpenOption.DSYNC);
    }

    /** A link, unlike a move, never replaces a file that exists, and never shows a half-written one. */
    private void appear(Path draft) throws IOException {
        try {
            Files.createLink(path, draft);
        } catch (FileAlreadyExistsException e) {
            // another process was first; its key is the one
        } finally {
            Files.delete(draft);
        }
    }

    /** The keys by version, never empty. */
    SortedMap<Integer, SecretKey> read() {
        try {
            if (!Files.getPosixFilePermissions(path).equals(OWNER_ONLY))
                throw new IllegalStateException("the key ring " + path + " must be readable and writable by its owner only (0600)");
            var keys = new TreeMap<Integer, SecretKey>();
            Files.readAllLines(path).forEach(line -> addTo(keys, line));
            if (keys.isEmpty())
                throw malformed();
            return keys;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the key ring " + path, e);
        }
    }

    private void addTo(SortedMap<Integer, SecretKey> keys, String line) {
        try {
            int colon = line.indexOf(':');
            byte[] key = Base64.getDecoder().decode(line.substring(colon + 1));
            if (key.length != DataKey.BYTES || keys.put(Integer.valueOf(line.substring(0, colon)), new SecretKeySpec(key, "AES")) != null)
                throw malformed();
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw malformed();
        }
    }

    /** Without a cause: its message would repeat a part of the line. */
    private IllegalStateException malformed() {
        return new IllegalStateException(
                "the key ring " + path + " is not lines of version:base64, each with its own version and 32 bytes");
    }
}
