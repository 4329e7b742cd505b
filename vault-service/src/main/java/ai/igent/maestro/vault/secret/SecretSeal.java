package ai.igent.maestro.vault.secret;

import java.security.MessageDigest;
import java.util.List;

import ai.igent.maestro.envelope.AssociatedData;
import ai.igent.maestro.envelope.DataKey;
import ai.igent.maestro.envelope.DataKeyId;
import ai.igent.maestro.envelope.EnvelopeFailure;
import ai.igent.maestro.envelope.SealedValue;
import ai.igent.maestro.envelope.Sealer;
import ai.igent.maestro.vocabulary.SecretValue;

/** An owner's data key, lent for one piece of work on secrets: it seals their values and authenticates their rows. */
public final class SecretSeal {
    private final Sealer sealer;
    private final DataKey key;
    private final boolean believesFirstFormat;

    SecretSeal(Sealer sealer, DataKey key, boolean believesFirstFormat) {
        this.sealer = sealer;
        this.key = key;
        this.believesFirstFormat = believesFirstFormat;
    }

    /** {@code value} stays the caller's to wipe. */
    SealedValue seal(VersionRef ref, SecretValue value) {
        return sealer.seal(key, ref.associatedData(), value);
    }

    /** Seals what recognizes {@code value} after it was destroyed. */
    SealedValue sealDigest(VersionRef ref, SecretValue value) {
        try (SecretValue digest = ValueDigest.of(value)) {
            return sealer.seal(key, ref.digestData(), digest);
        }
    }

    /** Whether {@code value} is one that the secret had in those versions. */
    boolean isOneOf(Secret secret, List<PastValue> past, SecretValue value) {
        try (SecretValue digest = ValueDigest.of(value)) {
            return past.stream().anyMatch(one -> isDigestOf(secret, one, digest));
        } catch (EnvelopeFailure.SealBroken notOurs) {
            throw new SecretFailure.Tampered();
        }
    }

    private boolean isDigestOf(Secret secret, PastValue past, SecretValue digest) {
        var ref = new VersionRef(secret.owner, secret.id(), past.number());
        try (SecretValue known = sealer.open(key, ref.digestData(), past.sealed())) {
            return known.equals(digest);
        }
    }

    /** Authenticates the row as it is now. The last step of every change. */
    void sign(Secret secret) {
        secret.dataKey = key.wrapped().id().value();
        secret.mac = sealer.mac(key, ReleaseStatement.of(secret));
    }

    /** Refuses to build on a row that this service did not write, so that a change never makes a forged row genuine. */
    void check(Secret secret) {
        requireKeyOf(secret);
        if (!isGenuine(secret)) throw new SecretFailure.Tampered();
    }

    /** The row may have been moved to another key since this one was lent. */
    void requireKeyOf(Secret secret) {
        if (!isKeyOf(secret)) throw new SecretFailure.KeyMoved();
    }

    private boolean isKeyOf(Secret secret) {
        return secret.dataKey().equals(keyId());
    }

    DataKeyId keyId() {
        return key.wrapped().id();
    }

    boolean isGenuine(Secret secret) {
        return isKeyOf(secret)
                && (isSigned(secret, ReleaseStatement.of(secret)) || believesFirstFormat && isSigned(secret, FirstStatement.of(secret)));
    }

    private boolean isSigned(Secret secret, byte[] statement) {
        return MessageDigest.isEqual(secret.mac, sealer.mac(key, statement));
    }

    /**
     * What {@code from} sealed, value or digest, sealed under this key for the same place.
     *
     * @throws EnvelopeFailure.SealBroken when it does not open
     */
    byte[] reseal(SecretSeal from, AssociatedData place, SealedValue sealed) {
        try (SecretValue value = from.sealer.open(from.key, place, sealed)) {
            return sealer.seal(key, place, value).bytes();
        }
    }

    /** The value of any version, for the caller to wipe. */
    SecretValue openVersion(Secret secret, SecretVersion version) {
        version.requireKept();
        try {
            return sealer.open(key, version.ref(secret.owner).associatedData(), version.value());
        } catch (EnvelopeFailure.SealBroken notOurs) {
            throw new SecretFailure.Tampered();
        }
    }

    /**
     * The current value of a genuine row, for the caller to wipe.
     *
     * @throws EnvelopeFailure.SealBroken when the row or its value is not as this service wrote it
     */
    SecretValue open(Secret secret, SecretVersion version) {
        if (!isGenuine(secret) || version.number != secret.version || version.isDestroyed()) throw new EnvelopeFailure.SealBroken(null);
        return sealer.open(key, version.ref(secret.owner).associatedData(), version.value());
    }
}
