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
    @Column(name = "public_key")
    private byte[] publicKey;
    @Column(name = "sealed_key")
    private byte[] sealedKey;
    @Column(name = "data_key_id")
    private UUID dataKeyId;
    @Column(name = "created_at")
    private Instant createdAt;
    @Column(name = "retired_at")
    private Instant retiredAt;

    protected StoredKey() {}

    StoredKey(String id, KeyPurpose purpose, byte[] publicKey, SealedValue sealed, Instant createdAt) {
        this.id = id;
        this.purpose = purpose.text();
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

    String purpose() {
        return purpose;
    }

    Instant createdAt() {
        return createdAt;
    }
}
