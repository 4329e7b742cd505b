package ai.igent.maestro.envelope;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.SortedMap;

import javax.crypto.SecretKey;

import io.smallrye.mutiny.Uni;

import ai.igent.maestro.vocabulary.IdSource;
import ai.igent.maestro.vocabulary.Owner;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Wraps data keys with a master key from a file: for a local stack and tests. Whoever can read that file and the database can read every value,
 * which is why production refuses it.
 */
final class LocalKeyRing implements DataKeys {
    private static final String SCHEME = "local:";

    private final SortedMap<Integer, SecretKey> masterKeys;
    private final IdSource ids;
    private final SecureRandom randomness;

    LocalKeyRing(SortedMap<Integer, SecretKey> masterKeys, IdSource ids, SecureRandom randomness) {
        this.masterKeys = masterKeys;
        this.ids = ids;
        this.randomness = randomness;
    }

    @Override
    public Uni<DataKey> create(Owner owner) {
        return Uni.createFrom().item(() -> newKey(owner));
    }

    @Override
    public Uni<DataKey> unwrap(WrappedDataKey wrapped) {
        return Uni.createFrom().item(() -> open(wrapped));
    }

    private DataKey newKey(Owner owner) {
        byte[] material = new byte[DataKey.BYTES];
        randomness.nextBytes(material);
        var id = new DataKeyId(ids.next());
        int version = masterKeys.lastKey();
        try {
            byte[] sealed = AesGcm.encrypt(masterKeys.get(version), randomness, material, context(id, owner, version));
            return DataKey.of(new WrappedDataKey(id, owner, version, SCHEME + Base64.getEncoder().encodeToString(sealed)), material);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java runtime lacks AES-256-GCM", e);
        }
    }

    private DataKey open(WrappedDataKey wrapped) {
        SecretKey masterKey = masterKeys.get(wrapped.keyVersion());
        if (masterKey == null || !wrapped.ciphertext().startsWith(SCHEME))
            throw new EnvelopeFailure.SealBroken(null);
        try {
            byte[] sealed = Base64.getDecoder().decode(wrapped.ciphertext().substring(SCHEME.length()));
            return DataKey.of(wrapped, AesGcm.decrypt(masterKey, sealed, 0, context(wrapped.id(), wrapped.owner(), wrapped.keyVersion())));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new EnvelopeFailure.SealBroken(e);
        }
    }

    private static byte[] context(DataKeyId id, Owner owner, int version) {
        return (owner.text() + "|" + id.value() + "|" + version).getBytes(UTF_8);
    }
}
