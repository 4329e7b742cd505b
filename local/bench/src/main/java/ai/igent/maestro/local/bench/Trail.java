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
    private static final Duration LONGEST = Duration.ofMinutes(2);
    /** Longer than records gather before they are sent, and than a consumer waits for them. */
    private static final Duration UNDISTURBED = Duration.ofSeconds(2);

    private final Lab lab;

    Trail(Lab lab) {
        this.lab = lab;
    }

    /** Waits until nothing is left and nothing comes, so that a measurement does not pay for the one before. */
    void awaitRest() {
        Instant end = Instant.now().plus(LONGEST);
        long before = -1;
        for (long now = recorded(); now != before || unsent() > 0; now = recorded()) {
            if (Instant.now().isAfter(end)) throw new MeasureFailure("the trail does not come to rest");
            before = now;
            Pause.of(UNDISTURBED);
        }
    }

    /** Work whose records stay in Kafka until it is done, because audit-service stands still; at rest again afterwards. */
    <T> T withoutIt(Supplier<T> work) {
        long before = recorded();
        T done = Stopped.during(work, lab.stack().pid(Part.AUDIT));
        awaitMoreThan(before);
        awaitRest();
        return done;
    }

    /** Kafka has given up on a consumer that stood still: it has to come back before it takes anything. */
    private void awaitMoreThan(long before) {
        Instant end = Instant.now().plus(LONGEST);
        while (recorded() <= before) {
            if (Instant.now().isAfter(end)) throw new MeasureFailure("audit-service does not go on");
            Pause.of(UNDISTURBED);
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
