package ai.igent.maestro.oauth;

import java.time.Instant;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import ai.igent.maestro.test.FixedClock;

/** Gives the service under test a clock that tests move forward. */
class MovableClock {
    @Produces
    @Singleton
    @Alternative
    @Priority(1)
    FixedClock clock() {
        return FixedClock.at(Instant.now());
    }
}
