package ai.igent.maestro.session.standing;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import ai.igent.maestro.audittrail.AuditTrail;
import ai.igent.maestro.audittrail.Happening;
import ai.igent.maestro.audittrail.Originator;
import ai.igent.maestro.contracts.event.AuditRecord;
import ai.igent.maestro.vocabulary.AuditType;
import ai.igent.maestro.vocabulary.Outcome;
import ai.igent.maestro.vocabulary.SessionId;

/** Puts on record what happens to consent in advance. */
@ApplicationScoped
class StandingEvents {
    private final AuditTrail trail;

    StandingEvents(AuditTrail trail) {
        this.trail = trail;
    }

    Uni<Void> given(StandingConsent consent, Originator originator) {
        return trail.record(about(AuditType.STANDING_CONSENT_GRANTED, consent, null), originator);
    }

    Uni<Void> revoked(StandingConsent consent, Originator originator) {
        return trail.record(about(AuditType.STANDING_CONSENT_REVOKED, consent, null), originator);
    }

    Uni<Void> used(StandingConsent consent, SessionId session, Usage outcome, Originator originator) {
        var happening = about(AuditType.STANDING_CONSENT_USED, consent, session);
        return trail.record(outcome == Usage.ACTIVATED ? happening : happening.ending(Outcome.DENIED).because(outcome.text()), originator);
    }

    private static Happening about(AuditType type, StandingConsent consent, SessionId session) {
        return Happening.success(type, new AuditRecord.Subject("standing-consent", consent.id().text(), null), session, consent.owner());
    }
}
