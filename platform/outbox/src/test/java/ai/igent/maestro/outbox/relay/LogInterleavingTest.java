package ai.igent.maestro.outbox.relay;

import java.util.Random;
import java.util.stream.LongStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import ai.igent.maestro.embedded.PostgresServer;

/** Random schedules of transactions that commit late or not at all, of a relay whose broker takes some of a batch, and of the job that closes gaps. */
class LogInterleavingTest {
    private static final int SCHEDULES = 60;
    private static final int STEPS = 60;

    private static PostgresServer postgres;

    @BeforeAll
    static void start() {
        postgres = PostgresServer.temporary();
    }

    @AfterAll
    static void stop() {
        postgres.close();
    }

    static LongStream seeds() {
        return LongStream.range(0, SCHEDULES);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everythingThatCommitsIsGivenUntilItIsAcknowledgedInTheOrderOfItsKey(long seed) throws Exception {
        try (var schedule = new LogSchedule(new OutboxTable(postgres), new Random(seed))) {
            for (int step = 0; step < STEPS; step++)
                schedule.step();
            schedule.finish();
        }
    }
}
