package ai.igent.maestro.vault.keyjob;

import io.smallrye.mutiny.Uni;

/** One kind of job. Each step is bounded, stores how far it is in its own transactions through {@link KeyJobProgress}, and may be begun again. */
interface KeyWork {
    KeyJobKind kind();

    /** Before the first step: how much there is. May ask the key service. */
    Uni<KeyJob.Extent> measure(KeyJob job);

    /** One step from where {@code job} stands; answers whether there may be another one. */
    Uni<Boolean> step(KeyJob job);
}
