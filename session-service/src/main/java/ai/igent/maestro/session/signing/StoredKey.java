package ai.igent.maestro.session.signing;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import ai.igent.maestro.envelope.DataKeyId;
import ai.igent.maestro.envelope.SealedValue;

/** A signing key at rest: the public half as SubjectPublicKeyInfo, the private one as sealed PKCS #8. */
@Entity
@Table(name = "signing_key")
class StoredKey {
    @Id
    private String id;
    private String purpose;
    private String algorithm;
    @Column(name = "public_key")
    private byte[] publicKey;
    @Column(name = "sealed_key")
    private byte[] sealedKey;
    @Column(name = "data_key_id")
    private UUID dataKeyId;
    @Column(name = "created_at")
    private Instant createdAt;
    private String state;
    @Column(name = "signs_since")
    private Instant signsSince;
    @Column(name = "retired_at")
    private Instant retiredAt;

    protected StoredKey() {}

    StoredKey(String id, KeyPurpose purpose, KeyAlgorithm algorithm, byte[] publicKey, SealedValue sealed, Instant createdAt) {
        this.id = id;
        this.purpose = purpose.text();
        this.algorithm = algorithm.text();
        this.publicKey = publicKey;
        this.sealedKey = sealed.bytes();
        this.dataKeyId = sealed.key().value();
        this.createdAt = createdAt;
    }

    String id() {
        return id;
    }

    byte[] publicKey() {
        return publicKey;
    }

    SealedValue sealed() {
        return new SealedValue(new DataKeyId(dataKeyId), sealedKey);
    }

    KeyPurpose purpose() {
        return KeyPurpose.parse(purpose);
    }

    KeyAlgorithm algorithm() {
        return KeyAlgorithm.parse(algorithm);
    }

    KeyState state() {
        return KeyState.parse(state);
    }

    /** It signs from now on. */
    void promote(Instant now) {
        state = KeyState.CURRENT.text();
        signsSince = now;
    }

    /** It signs no more. */
    void retire(Instant now) {
        state = KeyState.RETIRED.text();
        retiredAt = now;
    }

    /** Null while it is the next one. */
    Instant signsSince() {
        return signsSince;
    }

    /** Null until it signs no more. */
    Instant retiredAt() {
        return retiredAt;
    }

    Instant createdAt() {
        return createdAt;
    }
}
