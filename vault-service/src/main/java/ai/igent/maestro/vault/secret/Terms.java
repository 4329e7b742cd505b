package ai.igent.maestro.vault.secret;

import java.time.Duration;
import java.util.List;

import ai.igent.maestro.vault.catalog.Catalog;
import ai.igent.maestro.vault.catalog.Integration;

/** What registering and editing ask of a field alike, beyond its form. */
final class Terms {
    private static final Duration SHORTEST_PERIOD = Duration.ofDays(1);
    private static final Duration LONGEST_PERIOD = Duration.ofDays(3660);

    private Terms() {}

    static Integration integration(Catalog catalog, String id) {
        return catalog.find(id)
                .orElseThrow(() -> new SecretFailure.Unfit("integration", "unknown-integration", "the catalog has no such integration"));
    }

    static Duration period(Duration rotateEvery) {
        if (rotateEvery != null && (rotateEvery.compareTo(SHORTEST_PERIOD) < 0 || rotateEvery.compareTo(LONGEST_PERIOD) > 0))
            throw new SecretFailure.Unfit("rotateEvery", "out-of-range", "must be between one day and ten years");
        return rotateEvery;
    }

    static List<String> texts(List<Tag> tags) {
        return tags == null ? List.of() : tags.stream().map(Tag::text).distinct().toList();
    }
}
