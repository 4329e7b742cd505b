package ai.igent.maestro.session.standing;

import java.io.Serializable;
import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

import ai.igent.maestro.vocabulary.SessionId;

/** What came of one consent in one session. */
@Entity
@Table(name = "standing_consent_use")
class ConsentUse {
    @EmbeddedId
    private Place place;
    private String outcome;
    @Column(name = "used_at")
    private Instant usedAt;

    @Embeddable
    record Place(@Column(name = "consent_id") String consent, @Column(name = "session_id") String session) implements Serializable {}

    protected ConsentUse() {}

    SessionId session() {
        return new SessionId(place.session());
    }

    Usage outcome() {
        return Usage.parse(outcome);
    }

    Instant usedAt() {
        return usedAt;
    }
}
