package ai.igent.maestro.session.session;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.vertx.VertxContextSupport;

import ai.igent.maestro.session.SessionTest;
import ai.igent.maestro.test.Database;

import static org.assertj.core.api.Assertions.assertThat;

@SessionTest
class DatabaseClockTest {
    @Inject
    DatabaseClock clock;
    @Inject
    Database database;

    @Test
    void tellsTheDatabasesTime() throws Throwable {
        Instant now = VertxContextSupport.subscribeAndAwait(() -> Panache.withTransaction(clock::now));

        Instant databases = Instant.ofEpochSecond(database.count("select extract(epoch from now())::bigint"));
        assertThat(Duration.between(now, databases).abs()).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void goesOnWithinATransaction() throws Throwable {
        List<Instant> times = VertxContextSupport.subscribeAndAwait(() -> Panache.withTransaction(
                () -> clock.now().chain(first -> clock.now().map(second -> List.of(first, second)))));

        assertThat(times.getLast()).isAfter(times.getFirst());
    }
}
