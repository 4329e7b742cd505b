package ai.igent.maestro.session.signing;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;

import ai.igent.maestro.audittrail.AuditTrail;
import ai.igent.maestro.audittrail.Happening;
import ai.igent.maestro.contracts.event.AuditRecord;
import ai.igent.maestro.session.SessionService;
import ai.igent.maestro.vocabulary.AuditType;

/**
 * Replaces signing keys by their age, with overlap: the next key is published before it signs, and the one before stays published until nothing it
 * signed is valid. Replicas may do it at once: the keys of a purpose are locked, and a second next one is not stored.
 */
@ApplicationScoped
class RotateKeys {
    private final StoredKeyRepository stored;
    private final KeySealing sealing;
    private final SigningKeys keys;
    private final KeyLife life;
    private final AuditTrail trail;
    private final Clock clock;

    RotateKeys(StoredKeyRepository stored, KeySealing sealing, SigningKeys keys, KeyLife life, AuditTrail trail, Clock clock) {
        this.stored = stored;
        this.sealing = sealing;
        this.keys = keys;
        this.life = life;
        this.trail = trail;
        this.clock = clock;
    }

    @Scheduled(every = "{maestro.session.signing.every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> run() {
        return rotate(KeyPurpose.SESSION_TOKEN).chain(() -> rotate(KeyPurpose.GRANT));
    }

    private Uni<Void> rotate(KeyPurpose purpose) {
        return step(purpose).invoke(() -> keys.forget(purpose))
                .chain(needsNext -> needsNext ? sealing.generate(purpose).chain(stored::offerNext) : Uni.createFrom().voidItem());
    }

    /** Gives whether a next key has to be made, which is not done in here: its sealing may ask the key service. */
    @WithTransaction
    Uni<Boolean> step(KeyPurpose purpose) {
        Instant now = clock.instant();
        return stored.lockAll(purpose)
                .call(all -> promote(all, now))
                .call(all -> stored.remove(all.stream().filter(key -> life.isUseless(key, now)).toList()))
                .map(all -> life.needsNext(all, now));
    }

    private Uni<Void> promote(List<StoredKey> all, Instant now) {
        var ripe = life.ripe(all, now);
        if (ripe.isEmpty()) return Uni.createFrom().voidItem();
        life.current(all).ifPresent(current -> current.retire(now));
        return stored.flush()
                .invoke(() -> ripe.get().promote(now))
                .chain(() -> trail.record(rotated(ripe.get()), SessionService.ITSELF));
    }

    private static Happening rotated(StoredKey key) {
        return Happening.success(AuditType.SIGNING_KEY_ROTATED, new AuditRecord.Subject("signing-key", key.id(), null), null, null);
    }
}
