package ai.igent.maestro.session.enrolment;

import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;

import ai.igent.maestro.audittrail.AuditTrail;
import ai.igent.maestro.audittrail.Originator;
import ai.igent.maestro.session.session.DatabaseClock;
import ai.igent.maestro.session.session.Session;
import ai.igent.maestro.session.session.SessionEvents;
import ai.igent.maestro.session.session.SessionRepository;
import ai.igent.maestro.session.signing.SessionTokens;
import ai.igent.maestro.session.signing.TokenKey;
import ai.igent.maestro.vocabulary.AuditType;
import ai.igent.maestro.vocabulary.Outcome;

/** Redeems a code for a sandbox's token, once. Success and refusal are both on record before they are answered. */
@ApplicationScoped
class EnrolSandbox {
    private final EnrolmentCodeRepository codes;
    private final SessionRepository sessions;
    private final SessionTokens tokens;
    private final AuditTrail trail;
    private final DatabaseClock clock;

    EnrolSandbox(EnrolmentCodeRepository codes, SessionRepository sessions, SessionTokens tokens, AuditTrail trail, DatabaseClock clock) {
        this.codes = codes;
        this.sessions = sessions;
        this.tokens = tokens;
        this.trail = trail;
        this.clock = clock;
    }

    Uni<Enrolment> of(EnrolmentCode code, Originator originator) {
        return tokens.key().chain(key -> redeem(code, originator).map(attempt -> enrolment(attempt, key)));
    }

    /** Commits whatever came of it: a refusal is answered only after its record is stored. */
    @WithTransaction
    Uni<Attempt> redeem(EnrolmentCode code, Originator originator) {
        return codes.require(code)
                .chain(issued -> sessions.require(issued.session())
                        .chain(session -> clock.now().map(now -> attempt(issued, session, now))))
                .call(attempt -> record(attempt, originator));
    }

    private static Attempt attempt(IssuedCode issued, Session session, Instant now) {
        Refusal refusal = issued.refusalAt(now);
        if (refusal == null && !session.isActiveAt(now)) refusal = Refusal.SESSION_OVER;
        if (refusal == null) issued.redeem(now);
        return new Attempt(session, refusal);
    }

    private Uni<Void> record(Attempt attempt, Originator originator) {
        if (attempt.refusal() == null) return trail.record(SessionEvents.about(AuditType.SANDBOX_ENROLLED, attempt.session()), originator);
        return trail.record(SessionEvents.about(AuditType.SANDBOX_ENROLMENT_REFUSED, attempt.session()).ending(Outcome.DENIED)
                .because(attempt.refusal().code()), originator);
    }

    private Enrolment enrolment(Attempt attempt, TokenKey key) {
        if (attempt.refusal() != null) throw new EnrolmentFailure.Refused(attempt.refusal());
        var session = attempt.session();
        return new Enrolment(session.id(), tokens.forSandbox(session, key), tokens.sandboxExpiry(session));
    }

    /** {@code refusal} is null when the sandbox is enrolled. */
    record Attempt(Session session, Refusal refusal) {}
}
