package ai.igent.maestro.session.activation;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import ai.igent.maestro.session.candidate.Candidate;
import ai.igent.maestro.session.candidate.CandidateId;
import ai.igent.maestro.vocabulary.ConsentId;
import ai.igent.maestro.vocabulary.DeliveryMode;
import ai.igent.maestro.vocabulary.Environment;
import ai.igent.maestro.vocabulary.Owner;
import ai.igent.maestro.vocabulary.SecretKind;
import ai.igent.maestro.vocabulary.SessionId;
import ai.igent.maestro.vocabulary.VariableName;

/** One thing active in one session, as it was when its user confirmed it. Lives until {@link #end}; nothing else about it ever changes. */
@Entity
@Table(name = "activation")
public class Activation {
    @Id
    private UUID id;
    @Column(name = "session_id")
    private String session;
    @Column(name = "candidate_id")
    private String candidate;
    private String owner;
    private String name;
    private String variable;
    private String kind;
    private String mode;
    private String integration;
    private String account;
    private String environment;
    private long epoch;
    @Column(name = "confirmed_by")
    private String confirmedBy;
    @Column(name = "standing_consent_id")
    private String standingConsent;
    @Column(name = "activated_at")
    private Instant activatedAt;
    @Column(name = "active_until")
    private Instant activeUntil;
    @Column(name = "ended_at")
    private Instant endedAt;
    @Column(name = "end_reason")
    private String endReason;

    protected Activation() {}

    static Activation of(UUID id, SessionId session, Consent consent, Instant now) {
        var activation = new Activation();
        activation.id = id;
        activation.session = session.text();
        activation.candidate = consent.id().text();
        activation.owner = consent.owner().text();
        activation.name = consent.name();
        activation.variable = consent.variable().text();
        activation.kind = consent.kind().text();
        activation.mode = consent.mode().text();
        activation.integration = consent.integration();
        activation.account = consent.account();
        activation.environment = consent.environment() == null ? null : consent.environment().text();
        activation.epoch = consent.epoch();
        activation.confirmedBy = consent.confirmedBy();
        activation.standingConsent = consent.inAdvance() == null ? null : consent.inAdvance().text();
        activation.activatedAt = now.truncatedTo(ChronoUnit.MICROS);
        activation.activeUntil = consent.activeUntil().truncatedTo(ChronoUnit.MICROS);
        return activation;
    }

    void end(EndReason reason, Instant now) {
        endedAt = now;
        endReason = reason.code();
    }

    boolean isDueAt(Instant now) {
        return !activeUntil.isAfter(now);
    }

    /** What phrases match against: the thing as it was confirmed. */
    public Candidate asCandidate() {
        return new Candidate(candidate(), owner(), name, variable(), kind(), integration, account, environment(), Set.of(), epoch, "active",
                List.of(), null, null);
    }

    public CandidateId candidate() {
        return new CandidateId(candidate);
    }

    public Owner owner() {
        return Owner.parse(owner);
    }

    public String name() {
        return name;
    }

    public VariableName variable() {
        return new VariableName(variable);
    }

    public SecretKind kind() {
        return SecretKind.parse(kind);
    }

    public DeliveryMode mode() {
        return DeliveryMode.parse(mode);
    }

    public Environment environment() {
        return environment == null ? null : Environment.parse(environment);
    }

    public long epoch() {
        return epoch;
    }

    SetStatement.Thing asSealed() {
        return new SetStatement.Thing(candidate, owner, epoch, variable, kind, mode, activeUntil,
                new SetStatement.About(name, integration, account, environment, confirmedBy, standingConsent, activatedAt));
    }

    /** Whether it became active by that consent in advance. */
    public boolean isBy(ConsentId consent) {
        return consent.text().equals(standingConsent);
    }

    public Instant activatedAt() {
        return activatedAt;
    }

    public Instant activeUntil() {
        return activeUntil;
    }
}
