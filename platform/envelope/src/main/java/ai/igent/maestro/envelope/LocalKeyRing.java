package ai.igent.maestro.envelope;

import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.SortedMap;
import java.util.function.Supplier;

import javax.crypto.SecretKey;

import io.smallrye.mutiny.Uni;

import ai.igent.maestro.vocabulary.IdSource;
import ai.igent.maestro.vocabulary.Owner;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Wraps data keys with a master key from a file: for a local stack and tests. Whoever can read that file and the database can read every value,
 * which is why production refuses it.
 *
 * <p>Several processes share the file. It is read before something is wrapped, so that a rotation by any of them counts for all, and before a version
 * is taken for unknown.
 */
final class LocalKeyRing implements DataKeys, WrappingKey {
    private static final String SCHEME = "local:";

    private final KeyRingFile file;
    private final IdSource ids;
    private final SecureRandom randomness;
    private volatile SortedMap<Integer, SecretKey> masterKeys;

    LocalKeyRing(KeyRingFile file, IdSource ids, SecureRandom randomness) {
        this.file = file;
        this.ids = ids;
        this.randomness = randomness;
        this.masterKeys = file.read();
    }

    @Override
    public Uni<DataKey> create(Owner owner) {
        return Uni.createFrom().item(() -> newKey(owner));
    }

    @Override
    public Uni<DataKey> unwrap(WrappedDataKey wrapped) {
        return Uni.createFrom().item(() -> DataKey.of(wrapped, open(wrapped)));
    }

    @Override
    public Uni<WrappedDataKey> rewrap(WrappedDataKey wrapped) {
        return Uni.createFrom().item(() -> wrapAnew(wrapped));
    }

    @Override
    public Uni<Integer> newestVersion() {
        return Uni.createFrom().item(() -> current().lastKey());
    }

    @Override
    public Uni<Integer> rotate() {
        return Uni.createFrom().item(() -> read(() -> file.append(randomness)));
    }

    private DataKey newKey(Owner owner) {
        byte[] material = new byte[DataKey.BYTES];
        randomness.nextBytes(material);
        return DataKey.of(wrap(new DataKeyId(ids.next()), owner, material), material);
    }

    private WrappedDataKey wrapAnew(WrappedDataKey wrapped) {
        try (DataKey key = DataKey.of(wrapped, open(wrapped))) {
            return key.borrow(material -> wrap(wrapped.id(), wrapped.owner(), material));
        }
    }

    private WrappedDataKey wrap(DataKeyId id, Owner owner, byte[] material) {
        SortedMap<Integer, SecretKey> keys = current();
        int version = keys.lastKey();
        try {
            byte[] sealed = AesGcm.encrypt(keys.get(version), randomness, material, context(id, owner, version));
            return new WrappedDataKey(id, owner, version, SCHEME + Base64.getEncoder().encodeToString(sealed));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java runtime lacks AES-256-GCM", e);
        }
    }

    private byte[] open(WrappedDataKey wrapped) {
        SecretKey masterKey = masterKey(wrapped.keyVersion());
        if (masterKey == null || !wrapped.ciphertext().startsWith(SCHEME)) throw new EnvelopeFailure.SealBroken(null);
        try {
            byte[] sealed = Base64.getDecoder().decode(wrapped.ciphertext().substring(SCHEME.length()));
            return AesGcm.decrypt(masterKey, sealed, 0, context(wrapped.id(), wrapped.owner(), wrapped.keyVersion()));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new EnvelopeFailure.SealBroken(e);
        }
    }

    private SecretKey masterKey(int version) {
        SecretKey known = masterKeys.get(version);
        return known != null ? known : current().get(version);
    }

    private SortedMap<Integer, SecretKey> current() {
        masterKeys = read(file::read);
        return masterKeys;
    }

    /** A file that cannot be read now is a key service that is away. */
    private static <R> R read(Supplier<R> access) {
        try {
            return access.get();
        } catch (UncheckedIOException | IllegalStateException e) {
            throw new EnvelopeFailure.KeysUnavailable(e);
        }
    }

    private static byte[] context(DataKeyId id, Owner owner, int version) {
        return (owner.text() + "|" + id.value() + "|" + version).getBytes(UTF_8);
    }
}
