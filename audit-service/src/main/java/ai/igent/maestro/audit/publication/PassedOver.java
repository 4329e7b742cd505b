package ai.igent.maestro.audit.publication;

import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** Says which entries are not published because they are not what was appended: in the log, and counted in {@code maestro.audit.passed.over}. */
@Singleton
class PassedOver {
    private static final Logger LOG = Logger.getLogger(PassedOver.class);

    private final Counter counter;

    PassedOver(MeterRegistry metrics) {
        counter = metrics.counter("maestro.audit.passed.over");
    }

    void report(UnpublishedEntry entry) {
        counter.increment();
        LOG.errorf("Entry %d of chain %d is not published: it is not what was appended. Verify the trail.", entry.sequence(),
                entry.partition());
    }
}
