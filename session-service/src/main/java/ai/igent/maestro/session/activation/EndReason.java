package ai.igent.maestro.session.activation;

import ai.igent.maestro.vocabulary.AuditType;

/** Why an activation ended, as rows and audit records say it. */
public enum EndReason {
    DEACTIVATED("deactivated", AuditType.ACTIVATION_DEACTIVATED),
    REPLACED("replaced", AuditType.ACTIVATION_DEACTIVATED),
    TIME_UP("time-up", AuditType.ACTIVATION_EXPIRED),
    SESSION_ENDED("session-ended", AuditType.ACTIVATION_DEACTIVATED),
    SESSION_EXPIRED("session-expired", AuditType.ACTIVATION_EXPIRED),
    CHANGED_AT_OWNER("changed-at-owner", AuditType.ACTIVATION_DEACTIVATED),
    MEMBER_REMOVED("member-removed", AuditType.ACTIVATION_DEACTIVATED),
    CONSENT_REVOKED("consent-revoked", AuditType.ACTIVATION_DEACTIVATED),
    SEAL_BROKEN("seal-broken", AuditType.ACTIVATION_DEACTIVATED);

    private final String code;
    private final AuditType auditType;

    EndReason(String code, AuditType auditType) {
        this.code = code;
        this.auditType = auditType;
    }

    String code() {
        return code;
    }

    AuditType auditType() {
        return auditType;
    }
}
