package ai.igent.maestro.envelope;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import ai.igent.maestro.vocabulary.Owner;

/** A wrapped data key in the service's own database. Rows are only written by {@link PanacheDataKeyStore}'s insert. */
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

    WrappedDataKey wrapped() {
        return new WrappedDataKey(new DataKeyId(id), Owner.parse(owner), keyVersion, ciphertext);
    }
}
