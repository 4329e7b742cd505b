package ai.igent.maestro.session.enrolment;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import ai.igent.maestro.vocabulary.SessionId;

/** What is remembered of a code: its hash, its session, and what became of it. */
@Entity
@Table(name = "enrolment_code")
class IssuedCode {
    @Id
    @Column(name = "code_hash")
    private byte[] hash;
    @Column(name = "session_id")
    private String session;
    @Column(name = "expires_at")
    private Instant expiresAt;
    @Column(name = "redeemed_at")
    private Instant redeemedAt;
    @Column(name = "revoked_at")
    private Instant revokedAt;

    protected IssuedCode() {}

    IssuedCode(EnrolmentCode code, SessionId session, Instant expiresAt) {
        this.hash = code.hash();
        this.session = session.text();
        this.expiresAt = expiresAt;
    }

    SessionId session() {
        return new SessionId(session);
    }

    /** Why it does not enrol anybody now, or null when it does. */
    Refusal refusalAt(Instant now) {
        if (redeemedAt != null) return Refusal.USED;
        return revokedAt != null || !expiresAt.isAfter(now) ? Refusal.EXPIRED : null;
    }

    void redeem(Instant now) {
        redeemedAt = now;
    }
}
