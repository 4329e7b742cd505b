package ai.igent.maestro.vault.keyjob;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

import ai.igent.maestro.envelope.DataKeyId;
import ai.igent.maestro.envelope.DataKeyInventory;
import ai.igent.maestro.envelope.OwnerKeys;
import ai.igent.maestro.envelope.WrappedDataKey;
import ai.igent.maestro.vault.secret.KeyUse;
import ai.igent.maestro.vault.secret.ResealSecrets;
import ai.igent.maestro.vault.secret.ResealSecrets.LeftBehind;
import ai.igent.maestro.vocabulary.AuditType;
import ai.igent.maestro.vocabulary.Owner;

/**
 * Gives every owner whose data key is older than the job a new one, and moves the owner's secrets to it, one transaction each. The job's row says which
 * owner it is at before that owner gets a key, so that whoever goes on from there knows whose secrets are to be moved.
 */
@ApplicationScoped
class ReencryptSecrets implements KeyWork {
    private static final int BATCH = 100;

    private final DataKeyInventory inventory;
    private final OwnerKeys keys;
    private final ResealSecrets resealSecrets;
    private final KeyJobProgress progress;
    private final KeyJobRecords records;

    ReencryptSecrets(DataKeyInventory inventory, OwnerKeys keys, ResealSecrets resealSecrets, KeyJobProgress progress,
            KeyJobRecords records) {
        this.inventory = inventory;
        this.keys = keys;
        this.resealSecrets = resealSecrets;
        this.progress = progress;
        this.records = records;
    }

    @Override
    public KeyJobKind kind() {
        return KeyJobKind.REENCRYPT;
    }

    @Override
    public Uni<KeyJob.Extent> measure(KeyJob job) {
        return resealSecrets.due(job.createdAt).map(KeyJob.Extent::of);
    }

    @Override
    public Uni<Boolean> step(KeyJob job) {
        return job.atOwner == null ? turnToNextOwner(job) : newKey(job).chain(key -> moveSome(job, key));
    }

    private Uni<Boolean> turnToNextOwner(KeyJob job) {
        return inventory.nextCurrent(job.createdAt, job.atOwner == null ? "" : job.atOwner.text())
                .chain(next -> next.map(WrappedDataKey::owner).map(owner -> turnTo(job, owner))
                        .orElseGet(() -> Uni.createFrom().item(false)));
    }

    private Uni<Boolean> turnTo(KeyJob job, Owner next) {
        return progress.store(job, row -> row.turnTo(next)).replaceWith(true);
    }

    private Uni<DataKeyId> newKey(KeyJob job) {
        return inventory.currentMadeBefore(job.createdAt, job.atOwner)
                .chain(old -> old.map(keys::renew).orElseGet(Uni.createFrom()::voidItem))
                .chain(() -> keys.with(job.atOwner, key -> key.wrapped().id()));
    }

    private Uni<Boolean> moveSome(KeyJob job, DataKeyId key) {
        return resealSecrets.notUnder(job.atOwner, key, job.after, BATCH)
                .chain(found -> found.isEmpty() ? turnToNextOwner(job) : moveEach(job, found, key).replaceWith(true));
    }

    private Uni<Void> moveEach(KeyJob job, List<KeyUse> found, DataKeyId key) {
        return Multi.createFrom().iterable(found)
                .onItem().transformToUniAndConcatenate(use -> move(job, use, key))
                .collect().last();
    }

    private Uni<Void> move(KeyJob job, KeyUse use, DataKeyId key) {
        return resealSecrets.move(job.atOwner, use, key, moved -> progress.store(job, row -> row.did(moved ? 1 : 0, use.secret())))
                .chain(left -> left.map(why -> leave(job, use, why)).orElseGet(Uni.createFrom()::voidItem));
    }

    private Uni<Void> leave(KeyJob job, KeyUse use, LeftBehind why) {
        return switch (why) {
            case BROKEN -> leaveBroken(job, use);
            case KEY_DESTROYED -> progress.store(job, row -> row.passed(use.secret()));
        };
    }

    @WithTransaction
    Uni<Void> leaveBroken(KeyJob job, KeyUse use) {
        return progress.leaveBehind(job, List.of(use.secret()), "broken")
                .chain(left -> records.leftBehind(AuditType.DATA_KEY_REPLACED, "secret", left, job.atOwner))
                .chain(() -> progress.store(job, row -> row.leftBehind(1, use.secret())));
    }
}
