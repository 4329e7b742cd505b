package ai.igent.maestro.vault.secret;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

import ai.igent.maestro.envelope.DataKeyId;
import ai.igent.maestro.envelope.SealedValue;
import ai.igent.maestro.vocabulary.Actor;
import ai.igent.maestro.vocabulary.Owner;
import ai.igent.maestro.vocabulary.SecretId;
import ai.igent.maestro.vocabulary.SecretValue;

/** One value a secret has or had, sealed. Never changed, only destroyed. */
@Entity
@Table(name = "secret_version")
@IdClass(SecretVersion.Key.class)
public class SecretVersion {
    @Id
    String secret;
    @Id
    long number;
    UUID dataKey;
    byte[] sealed;
    byte[] digest;
    String reason;
    String createdBy;
    Instant createdAt;
    Instant destroyedAt;

    protected SecretVersion() {}

    /** {@code value} stays the caller's to wipe. */
    static SecretVersion of(VersionRef ref, SecretSeal seal, SecretValue value, String reason, Actor by, Instant now) {
        var sealed = seal.seal(ref, value);
        var version = new SecretVersion();
        version.secret = ref.secret().text();
        version.number = ref.number();
        version.dataKey = sealed.key().value();
        version.sealed = sealed.bytes();
        version.digest = seal.sealDigest(ref, value).bytes();
        version.reason = reason;
        version.createdBy = by.kind().text() + ":" + by.id();
        version.createdAt = now;
        return version;
    }

    /** The sealed value goes for good; what is left is that there was one, and the digest that recognizes it. */
    void destroy(Instant now) {
        requireKept();
        sealed = null;
        destroyedAt = now;
    }

    /**
     * Moves value and digest from one key to another. A digest that was never there stays so.
     *
     * @throws ai.igent.maestro.envelope.EnvelopeFailure.SealBroken when one of them does not open; nothing has changed then
     */
    void reseal(Owner owner, SecretSeal from, SecretSeal to) {
        var ref = ref(owner);
        var moved = sealed == null ? null : to.reseal(from, ref.associatedData(), value());
        var movedDigest = digest.length == 0 ? digest : to.reseal(from, ref.digestData(), new SealedValue(new DataKeyId(dataKey), digest));
        sealed = moved;
        digest = movedDigest;
        dataKey = to.keyId().value();
    }

    void requireKept() {
        if (isDestroyed()) throw new SecretFailure.VersionDestroyed();
    }

    VersionRef ref(Owner owner) {
        return new VersionRef(owner, new SecretId(secret), number);
    }

    SealedValue value() {
        return new SealedValue(new DataKeyId(dataKey), sealed);
    }

    boolean isDestroyed() {
        return destroyedAt != null;
    }

    /** Which row it is. */
    static class Key {
        String secret;
        long number;

        @Override
        public boolean equals(Object other) {
            return other instanceof Key that && secret.equals(that.secret) && number == that.number;
        }

        @Override
        public int hashCode() {
            return Objects.hash(secret, number);
        }
    }
}
