package ai.igent.maestro.vault.secret;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;

import io.quarkus.runtime.StartupEvent;

/**
 * Whether rows are believed whose MAC leaves labels out, for an installation that was there before {@link ReleaseStatement}. The configuration says
 * it, for a time, and never the row: whoever writes to the database could have it say so.
 */
@ApplicationScoped
class FirstFormat {
    private static final Logger LOG = Logger.getLogger(FirstFormat.class);
    private static final Duration LONGEST = Duration.ofDays(30);

    private final Instant until;
    private final Clock clock;

    FirstFormat(SealConfig config, Clock clock) {
        this.until = config.firstFormatUntil().orElse(Instant.MIN);
        this.clock = clock;
    }

    void check(@Observes StartupEvent start) {
        if (until.isAfter(clock.instant().plus(LONGEST)))
            throw new IllegalStateException("maestro.vault.seals.first-format-until must be at most thirty days ahead");
        if (isBelieved()) LOG.warnf("until %s rows are believed whose integration, account, tags and description are not sealed", until);
    }

    boolean isBelieved() {
        return clock.instant().isBefore(until);
    }
}
