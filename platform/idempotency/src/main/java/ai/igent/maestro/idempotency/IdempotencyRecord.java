package ai.igent.maestro.idempotency;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** What one attempt made. */
@Entity
@Table(name = "idempotency_record")
@IdClass(IdempotencyRecord.Place.class)
class IdempotencyRecord {
    @Id
    String caller;
    @Id
    String path;
    @Id
    String key;
    byte[] fingerprint;
    @JdbcTypeCode(SqlTypes.ARRAY)
    List<String> created;
    Instant createdAt;

    protected IdempotencyRecord() {}

    IdempotencyRecord(Attempt.Named attempt, List<String> created, Instant now) {
        this.caller = attempt.caller();
        this.path = attempt.path();
        this.key = attempt.key();
        this.fingerprint = attempt.fingerprint();
        this.created = created;
        this.createdAt = now;
    }

    /** Which row it is. */
    static class Place {
        String caller;
        String path;
        String key;

        protected Place() {}

        Place(Attempt.Named attempt) {
            this.caller = attempt.caller();
            this.path = attempt.path();
            this.key = attempt.key();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Place that && caller.equals(that.caller) && path.equals(that.path) && key.equals(that.key);
        }

        @Override
        public int hashCode() {
            return Objects.hash(caller, path, key);
        }
    }
}
