package ai.igent.maestro.local.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

import ai.igent.maestro.local.Part;
import ai.igent.maestro.local.bench.measure.MeasureFailure;
import ai.igent.maestro.local.bench.measure.Pause;
import ai.igent.maestro.local.bench.measure.Stopped;

/** The work that a load leaves behind: its events go to Kafka, and its audit records into their chains, after the answers. */
final class Trail {
    private static final List<Part> WITH_AN_OUTBOX = List.of(Part.VAULT, Part.SESSION, Part.OAUTH);
    private static final Duration LONGEST = Duration.ofMinutes(3);
    private static final Duration A_LOOK = Duration.ofMillis(500);
    /** Longer than records gather before they are sent, and than a consumer waits for them. */
    private static final Duration UNDISTURBED = Duration.ofSeconds(2);
    /** Longer than a consumer that Kafka has given up on needs to notice it and to be taken back. */
    private static final Duration TAKEN_BACK = Duration.ofSeconds(15);

    private final Lab lab;

    Trail(Lab lab) {
        this.lab = lab;
    }

    /** Waits until nothing is left and nothing comes, so that a measurement does not pay for the one before. */
    void awaitRest() {
        awaitRest(UNDISTURBED);
    }

    /** Work while audit-service stands still, so that its records stay in Kafka until it is done; at rest again afterwards. */
    <T> T withoutAuditService(Supplier<T> work) {
        try {
            return Stopped.during(work, lab.stack().pid(Part.AUDIT));
        } finally {
            awaitRest(TAKEN_BACK);
        }
    }

    private void awaitRest(Duration undisturbed) {
        Instant end = Instant.now().plus(LONGEST);
        Instant since = Instant.now();
        long before = recorded();
        while (Instant.now().isBefore(since.plus(undisturbed))) {
            if (Instant.now().isAfter(end)) throw new MeasureFailure("the trail does not come to rest");
            Pause.of(A_LOOK);
            long now = recorded();
            if (now != before || unsent() > 0) since = Instant.now();
            before = now;
        }
    }

    private long recorded() {
        return lab.count(Part.AUDIT, "select coalesce(sum(sequence), 0) from chain_head");
    }

    private long unsent() {
        long entries = lab.count(Part.AUDIT, "select coalesce(sum(sequence - published), 0) from chain_head");
        return entries + WITH_AN_OUTBOX.stream().mapToLong(part -> lab.count(part, "select count(*) from outbox_unsent")).sum();
    }
}
