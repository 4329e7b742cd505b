package ai.igent.maestro.vault.history;

import java.time.Instant;
import java.util.Objects;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

/** The releases of one secret to one session. */
@Entity
@Table(name = "session_release")
@IdClass(SessionRelease.Key.class)
class SessionRelease {
    @Id
    String secret;
    @Id
    String session;
    Instant firstAt;
    Instant lastAt;
    long count;

    protected SessionRelease() {}

    /** Which row it is. */
    static class Key {
        String secret;
        String session;

        @Override
        public boolean equals(Object other) {
            return other instanceof Key that && secret.equals(that.secret) && session.equals(that.session);
        }

        @Override
        public int hashCode() {
            return Objects.hash(secret, session);
        }
    }
}
