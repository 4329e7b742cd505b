package ai.igent.maestro.vault.keyjob;

import java.time.Instant;
import java.util.Objects;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

/** Something a job could not do: a secret or a data key, by its id, and a code that says why. */
@Entity
@Table(name = "key_job_left_behind")
@IdClass(LeftBehind.Key.class)
class LeftBehind {
    @Id
    String job;
    @Id
    String subject;
    String code;
    Instant at;

    protected LeftBehind() {}

    LeftBehind(KeyJob job, String subject, String code, Instant now) {
        this.job = job.id;
        this.subject = subject;
        this.code = code;
        this.at = now;
    }

    /** Which row it is. */
    static class Key {
        String job;
        String subject;

        @Override
        public boolean equals(Object other) {
            return other instanceof Key that && job.equals(that.job) && subject.equals(that.subject);
        }

        @Override
        public int hashCode() {
            return Objects.hash(job, subject);
        }
    }
}
