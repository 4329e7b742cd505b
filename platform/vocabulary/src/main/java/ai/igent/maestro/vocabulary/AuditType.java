package ai.igent.maestro.vocabulary;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Everything that is put on record, by the name it has in the audit trail. A closed list: what is not here cannot be recorded, and a reader of
 * the trail finds every word explained in docs/reference/audit-types.md.
 */
public enum AuditType implements Word {
    SECRET_REGISTERED("secret.registered"),
    SECRET_UPDATED("secret.updated"),
    SECRET_VALUE_CHANGED(
            "secret.value-changed"),
    SECRET_VERSION_RESTORED("secret.version-restored"),
    SECRET_VERSION_DESTROYED(
            "secret.version-destroyed"),
    SECRET_DELETED("secret.deleted"),
    SECRET_UNDELETED("secret.undeleted"),
    SECRET_PURGED(
            "secret.purged"),
    SECRET_REVEALED("secret.revealed"),
    SECRET_RELEASED("secret.released"),
    SECRET_VERIFIED(
            "secret.verified"),
    SECRET_LEAK_REPORTED("secret.leak-reported"),
    SECRET_ROTATION_DUE(
            "secret.rotation-due"),
    SECRET_IMPORT("secret.import"),
    DATA_KEY_ROTATED(
            "data-key.rotated"),
    DATA_KEY_REWRAPPED("data-key.rewrapped"),
    DATA_KEY_REPLACED("data-key.replaced"),
    DATA_KEY_DESTROYED(
            "data-key.destroyed"),
    KEY_JOB_REQUESTED("key-job.requested"),
    KEY_JOB_FINISHED("key-job.finished"),
    SESSION_CREATED("session.created"),
    SESSION_EXTENDED(
            "session.extended"),
    SESSION_ENDED(
            "session.ended"),
    SESSION_TOKENS_RENEWED(
            "session.tokens-renewed"),
    SIGNING_KEY_ROTATED("signing-key.rotated"),
    SANDBOX_ENROLLED(
            "sandbox.enrolled"),
    SANDBOX_ENROLMENT_REFUSED(
            "sandbox.enrolment-refused"),
    ACTIVATION_REQUESTED(
            "activation.requested"),
    ACTIVATION_DENIED(
            "activation.denied"),
    ACTIVATION_CONFIRMED(
            "activation.confirmed"),
    ACTIVATION_REFUSED(
            "activation.refused"),
    ACTIVATION_DEACTIVATED(
            "activation.deactivated"),
    ACTIVATION_EXPIRED(
            "activation.expired"),
    STANDING_CONSENT_GRANTED(
            "standing-consent.granted"),
    STANDING_CONSENT_USED(
            "standing-consent.used"),
    STANDING_CONSENT_REVOKED(
            "standing-consent.revoked"),
    MEMBER_REMOVED(
            "member.removed"),
    BUNDLE_DELIVERED(
            "bundle.delivered"),
    BUNDLE_APPLIED(
            "bundle.applied"),
    BUNDLE_FAILED(
            "bundle.failed"),
    PROVIDER_REGISTERED(
            "provider.registered"),
    PROVIDER_UPDATED(
            "provider.updated"),
    PROVIDER_DELETED(
            "provider.deleted"),
    CONNECTION_REQUESTED(
            "connection.requested"),
    CONNECTION_CONNECTED(
            "connection.connected"),
    CONNECTION_REFUSED(
            "connection.refused"),
    CONNECTION_REFRESHED(
            "connection.refreshed"),
    CONNECTION_REFRESH_FAILED(
            "connection.refresh-failed"),
    CONNECTION_UPDATED(
            "connection.updated"),
    CONNECTION_REVOKED(
            "connection.revoked"),
    TOKEN_RELEASED(
            "token.released"),
    FINDING_RAISED(
            "finding.raised"),
    FINDING_ACKNOWLEDGED(
            "finding.acknowledged"),
    AUDIT_VERIFIED(
            "audit.verified");

    private final String text;

    AuditType(String text) {
        this.text = text;
    }

    @JsonCreator
    public static AuditType parse(String text) {
        return Word.parse(values(), text);
    }

    @Override
    @JsonValue
    public String text() {
        return text;
    }
}
