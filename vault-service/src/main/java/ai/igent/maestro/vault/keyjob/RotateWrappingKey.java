package ai.igent.maestro.vault.keyjob;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import ai.igent.maestro.envelope.WrappingKey;

/** Adds a version to the key that wraps data keys. Done twice when nobody stored that it was done; that costs a version and does no harm. */
@ApplicationScoped
class RotateWrappingKey implements KeyWork {
    private final WrappingKey wrappingKey;
    private final KeyJobProgress progress;

    RotateWrappingKey(WrappingKey wrappingKey, KeyJobProgress progress) {
        this.wrappingKey = wrappingKey;
        this.progress = progress;
    }

    @Override
    public KeyJobKind kind() {
        return KeyJobKind.ROTATE;
    }

    @Override
    public Uni<KeyJob.Extent> measure(KeyJob job) {
        return Uni.createFrom().item(KeyJob.Extent.of(1));
    }

    @Override
    public Uni<Boolean> step(KeyJob job) {
        if (job.done > 0) return Uni.createFrom().item(false);
        return wrappingKey.rotate()
                .chain(version -> progress.store(job, row -> row.did(1, version.toString())))
                .replaceWith(false);
    }
}
