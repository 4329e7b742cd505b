package ai.igent.maestro.vault.secret;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

import ai.igent.maestro.envelope.DataKeyId;
import ai.igent.maestro.envelope.EnvelopeFailure;
import ai.igent.maestro.vocabulary.Owner;

/**
 * Moves secrets to another data key of their owner: value and digest of every version, and the row's MAC, in one transaction per secret. Before it and
 * after it the secret opens; whoever changes it meanwhile waits or is waited for. What is not genuine is not moved, because that would make it so.
 */
@ApplicationScoped
public class ResealSecrets {
    private static final int PAGE = 20;

    private final SecretRepository secrets;
    private final VersionRepository versions;
    private final SecretKeyRepository keys;
    private final SecretSeals seals;

    ResealSecrets(SecretRepository secrets, VersionRepository versions, SecretKeyRepository keys, SecretSeals seals) {
        this.secrets = secrets;
        this.versions = versions;
        this.keys = keys;
        this.seals = seals;
    }

    /** How many secrets are under keys made before {@code time}. */
    public Uni<Long> due(Instant time) {
        return keys.countUnderKeysBefore(time);
    }

    /** At most {@code count} secrets of {@code owner} that are not under {@code key}, in the order of their ids, after {@code id}. */
    public Uni<List<KeyUse>> notUnder(Owner owner, DataKeyId key, String id, int count) {
        return keys.notUnder(owner, key, id, count);
    }

    /** Those of {@code some} that nothing is sealed under. */
    public Uni<List<DataKeyId>> unused(List<DataKeyId> some) {
        return some.isEmpty() ? Uni.createFrom().item(List.of()) : keys.unused(some);
    }

    /**
     * Moves one secret, and does {@code progress} in the same transaction.
     *
     * @param progress is told whether the secret was moved; it was not when it was purged or moved by others meanwhile
     * @return why the secret was left behind, in which case nothing was stored, {@code progress} included; empty when it was not
     */
    public Uni<Optional<LeftBehind>> move(Owner owner, KeyUse use, DataKeyId to, Function<Boolean, Uni<Void>> progress) {
        return seals.duringMove(owner, use.key(), to, (old, next) -> move(use, old, next, progress))
                .replaceWith(Optional.<LeftBehind>empty())
                .onFailure(ResealSecrets::isOfTheSecret).recoverWithItem(failure -> Optional.of(reason(failure)));
    }

    @WithTransaction
    Uni<Void> move(KeyUse use, SecretSeal old, SecretSeal next, Function<Boolean, Uni<Void>> progress) {
        return secrets.lock(use.id()).map(found -> found.filter(secret -> secret.dataKey().equals(use.key())))
                .chain(found -> found.map(secret -> reseal(secret, old, next, () -> progress.apply(true)))
                        .orElseGet(() -> progress.apply(false)));
    }

    private Uni<Void> reseal(Secret secret, SecretSeal old, SecretSeal next, Supplier<Uni<Void>> progress) {
        return Uni.createFrom().voidItem()
                .invoke(() -> old.check(secret))
                .chain(() -> versions.requireEvery(secret))
                .chain(() -> resealVersions(secret, old, next))
                .invoke(() -> next.sign(secret))
                .chain(secrets::write)
                .chain(progress::get);
    }

    private Uni<Void> resealVersions(Secret secret, SecretSeal old, SecretSeal next) {
        long pages = (secret.version + PAGE - 1) / PAGE;
        return Multi.createFrom().range(0, Math.toIntExact(pages))
                .onItem().transformToUniAndConcatenate(page -> resealPage(secret, (long) page * PAGE, old, next))
                .collect().last().replaceWithVoid();
    }

    /** Version numbers have no gaps: {@link VersionRepository#requireEvery} saw to it. */
    private Uni<Void> resealPage(Secret secret, long after, SecretSeal old, SecretSeal next) {
        return versions.after(secret, after, PAGE)
                .invoke(page -> page.forEach(version -> version.reseal(secret.owner, old, next)))
                .chain(versions::writeAndForget);
    }

    private static boolean isOfTheSecret(Throwable failure) {
        return failure instanceof SecretFailure.Tampered || failure instanceof EnvelopeFailure.SealBroken
                || failure instanceof EnvelopeFailure.KeyGone;
    }

    private static LeftBehind reason(Throwable failure) {
        return failure instanceof EnvelopeFailure.KeyDestroyed ? LeftBehind.KEY_DESTROYED : LeftBehind.BROKEN;
    }

    /** Why a secret stays under the key it is under. */
    public enum LeftBehind {
        /** Row, value or key is not as this service wrote it. */
        BROKEN,
        /** There is nothing to be moved. */
        KEY_DESTROYED
    }
}
