package ai.igent.maestro.session;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import ai.igent.maestro.session.activation.TimeUp;
import ai.igent.maestro.test.Database;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Hundreds of random courses of everything that changes what is active, many of them and some of their steps at once: confirmations twice or against
 * deactivation, time that is up, the end of the session, a member's removal, changes at owners heard twice and late, owners that are away, a service's
 * clock that goes back. What S2 to S4 promise has to hold after each step. {@code -Dmaestro.interleavings.seed} repeats what it printed.
 */
@SessionTest
class InterleavingTest {
    private static final int SCHEDULES = Integer.getInteger("maestro.interleavings", 200);
    private static final int AT_ONCE = 6;

    @Inject
    Database database;
    @Inject
    TestClock clock;
    @Inject
    TimeUp timeUp;
    @ConfigProperty(name = "kafka.bootstrap.servers")
    String kafka;

    @AfterEach
    void setClockRight() {
        clock.setWrong(Duration.ZERO);
    }

    @Test
    void whatIsGrantedIsWhatWasConsentedToInEveryOrderOfEvents() throws Exception {
        long seed = Long.getLong("maestro.interleavings.seed", new Random().nextLong());
        System.out.println("Interleavings: seed " + seed);
        var statistics = new Statistics();
        try (var events = new OwnersEvents(kafka, database);
                var threads = Executors.newCachedThreadPool();
                var schedules = Executors.newFixedThreadPool(AT_ONCE)) {
            for (var finished : start(seed, new Schedule.World(database, threads, events, timeUp, clock), schedules))
                statistics.add(result(finished));
        }
        System.out.println("Interleavings: " + statistics);
        assertThat(statistics.of("schedules")).isEqualTo(SCHEDULES);
        assertThat(Stream.of("confirmed", "deactivations", "times up", "removals", "changes at an owner", "sessions ended",
                "sessions expired", "confirmations of something outdated", "refused variable-conflict", "refused not-a-member"))
                .as("all of it happened")
                .allMatch(what -> statistics.of(what) > 0);
    }

    private static List<Future<Statistics>> start(long seed, Schedule.World world, ExecutorService schedules) {
        var seeds = new Random(seed);
        List<Future<Statistics>> started = new ArrayList<>();
        for (int each = 0; each < SCHEDULES; each++)
            started.add(schedules.submit(new Schedule(seeds.nextLong(), world)));
        return started;
    }

    private static Statistics result(Future<Statistics> schedule) throws Exception {
        try {
            return schedule.get();
        } catch (ExecutionException wrong) {
            if (wrong.getCause() instanceof AssertionError broken) throw broken;
            throw wrong;
        }
    }
}
