package ai.igent.maestro.envelope;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import ai.igent.maestro.vocabulary.Owner;

/** A wrapped data key in the service's own database. Rows are only written by the statements of {@link PanacheDataKeyStore}. */
@Entity
@Table(name = "data_key")
class DataKeyRow {
    @Id
    UUID id;
    String owner;
    @Column(name = "key_version")
    int keyVersion;
    String ciphertext;
    @Column(name = "created_at")
    Instant createdAt;
    @Column(name = "retired_at")
    Instant retiredAt;
    @Column(name = "destroyed_at")
    Instant destroyedAt;

    /** @throws EnvelopeFailure.KeyDestroyed when it was */
    WrappedDataKey wrapped() {
        if (destroyedAt != null)
            throw new EnvelopeFailure.KeyDestroyed();
        return new WrappedDataKey(new DataKeyId(id), Owner.parse(owner), keyVersion, ciphertext);
    }
}
