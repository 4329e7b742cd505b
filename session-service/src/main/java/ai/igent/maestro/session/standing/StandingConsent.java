package ai.igent.maestro.session.standing;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import ai.igent.maestro.session.membership.Confirmer;
import ai.igent.maestro.session.request.Proposal;
import ai.igent.maestro.session.request.SetHash;
import ai.igent.maestro.vocabulary.ConsentId;
import ai.igent.maestro.vocabulary.Owner;

/** Consent in advance. Nothing of it ever changes but that it is revoked, for good. */
@Entity
@Table(name = "standing_consent")
class StandingConsent {
    @Id
    private String id;
    @Column(name = "user_id")
    private String user;
    private String agent;
    private String organization;
    @Convert(converter = ProposalJson.class)
    private Proposal proposal;
    @Column(name = "set_hash")
    private String setHash;
    @Column(name = "proven_at")
    private Instant provenAt;
    @Column(name = "created_at")
    private Instant createdAt;
    @Column(name = "active_until")
    private Instant activeUntil;
    @Column(name = "revoked_at")
    private Instant revokedAt;

    protected StandingConsent() {}

    static StandingConsent give(ConsentId id, NewConsent wish, Proposal proposal, Confirmer confirmer, Instant now) {
        var consent = new StandingConsent();
        consent.id = id.text();
        consent.user = confirmer.subject();
        consent.agent = wish.agent();
        consent.organization = wish.organization();
        consent.proposal = proposal;
        consent.setHash = SetHash.of(id, proposal);
        consent.provenAt = confirmer.issuedAt();
        consent.createdAt = now;
        consent.activeUntil = wish.until();
        return consent;
    }

    ConsentStatus statusAt(Instant now) {
        if (revokedAt != null) return ConsentStatus.REVOKED;
        return activeUntil.isAfter(now) ? ConsentStatus.ACTIVE : ConsentStatus.EXPIRED;
    }

    /** Whether {@code now} is exactly what was agreed to. */
    boolean covers(Proposal now) {
        return setHash.equals(SetHash.of(id(), now));
    }

    /** @return whether this is news */
    boolean revoke(Instant now) {
        boolean news = revokedAt == null;
        if (news) revokedAt = now;
        return news;
    }

    ConsentId id() {
        return new ConsentId(id);
    }

    Owner owner() {
        return Owner.user(user);
    }

    String user() {
        return user;
    }

    String agent() {
        return agent;
    }

    String organization() {
        return organization;
    }

    Proposal proposal() {
        return proposal;
    }

    /** When the token was made that proved membership. */
    Instant provenAt() {
        return provenAt;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant activeUntil() {
        return activeUntil;
    }

    Instant revokedAt() {
        return revokedAt;
    }
}
