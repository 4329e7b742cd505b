package ai.igent.maestro.vault.verify;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;

import ai.igent.maestro.audittrail.AuditTrail;
import ai.igent.maestro.audittrail.CurrentOriginator;
import ai.igent.maestro.audittrail.Happening;
import ai.igent.maestro.contracts.event.AuditRecord;
import ai.igent.maestro.vault.secret.Secret;
import ai.igent.maestro.vault.secret.SecretRepository;
import ai.igent.maestro.vault.verify.VerifySecret.Verified;
import ai.igent.maestro.vocabulary.AuditType;
import ai.igent.maestro.vocabulary.Outcome;

/** Puts attempts on record and counts them. Once one of these answers, that is committed. */
@ApplicationScoped
class VerificationRecords {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final SecretRepository secrets;
    private final VerificationRepository verifications;
    private final AuditTrail audit;
    private final CurrentOriginator originator;
    private final VerifyConfig config;

    VerificationRecords(SecretRepository secrets, VerificationRepository verifications, AuditTrail audit, CurrentOriginator originator,
            VerifyConfig config) {
        this.secrets = secrets;
        this.verifications = verifications;
        this.audit = audit;
        this.originator = originator;
        this.config = config;
    }

    /**
     * The values of {@code parts} are about to leave. Fails when one of them is not what was opened any more, or with {@link VerifyFailure.TooSoon};
     * then nothing is on record, and nothing may leave.
     */
    @WithTransaction
    Uni<Void> admit(Secret asked, List<Secret> parts) {
        return requireUnchanged(parts)
                .chain(() -> verifications.begin(asked.id(), config.pause())).invoke(begun -> require(begun, config.pause()))
                .chain(() -> verifications.spend(asked.owner(), config.attemptsPerMinute(), MINUTE)).invoke(left -> require(left, MINUTE))
                .chain(() -> audit.record(parts.stream().map(VerificationRecords::happening).toList(), originator.get()));
    }

    private Uni<Void> requireUnchanged(List<Secret> parts) {
        Map<String, Secret> opened = parts.stream().collect(Collectors.toMap(secret -> secret.id().text(), Function.identity()));
        return secrets.lockSequences(opened.keySet()).invoke(now -> {
            if (!opened.entrySet().stream().allMatch(part -> Long.valueOf(part.getValue().sequence()).equals(now.get(part.getKey()))))
                throw new VerifyFailure.ChangedMeanwhile();
        }).replaceWithVoid();
    }

    private static void require(boolean admitted, Duration pause) {
        if (!admitted) throw new VerifyFailure.TooSoon(pause);
    }

    /** Without a name: what stands in the row is not known to be genuine. */
    @WithTransaction
    Uni<Void> refused(Secret secret, String code) {
        var subject = new AuditRecord.Subject("secret", secret.id().text(), null);
        return audit.record(
                Happening.success(AuditType.SECRET_VERIFIED, subject, null, secret.owner()).ending(Outcome.DENIED).because(code),
                originator.get());
    }

    /** Remembers what was found out; that a provider could not be asked, or is not asked about such a value, is no finding. */
    @WithTransaction
    Uni<Void> keep(Secret asked, Verified verified) {
        return switch (verified.verdict().status()) {
            case VALID, INVALID, EXPIRED -> verifications.keep(asked.id(), asked.version(), verified.verdict().status(), verified.at());
            case UNREACHABLE, UNSUPPORTED -> Uni.createFrom().voidItem();
        };
    }

    private static Happening happening(Secret secret) {
        var subject = new AuditRecord.Subject("secret", secret.id().text(), secret.labels().name().text());
        return Happening.success(AuditType.SECRET_VERIFIED, subject, null, secret.owner());
    }
}
