package ai.igent.maestro.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketException;
import java.nio.channels.ClosedChannelException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;

import ai.igent.maestro.embedded.PostgresServer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/** On the exceptions a real PostgreSQL causes. */
class DatabaseUnavailabilityTest {
    private final DatabaseUnavailability unavailability = new DatabaseUnavailability();
    private final Vertx vertx = Vertx.vertx();
    private PostgresServer postgres;
    private PgConnectOptions options;

    @BeforeEach
    void start() {
        postgres = PostgresServer.temporary();
        options = new PgConnectOptions().setHost("127.0.0.1").setPort(postgres.port()).setDatabase("postgres").setUser(PostgresServer.USER)
                .setPassword(PostgresServer.PASSWORD);
    }

    @AfterEach
    void stop() {
        postgres.close();
        vertx.close();
    }

    @Test
    void recognizesAConnectionThatTheServerEnded() {
        PgConnection victim = done(PgConnection.connect(vertx, options));
        Future<?> running = victim.query("select pg_sleep(60)").execute();
        PgConnection killer = done(PgConnection.connect(vertx, options));
        done(killer.query("select pg_terminate_backend(" + victim.processId() + ")").execute());

        assertThat(shownBy(failure(running))).isTrue();
    }

    @Test
    void recognizesAConnectionThatWasResetOrClosedUnderARequest() {
        assertThat(shownBy(new SocketException("Connection reset"))).isTrue();
        assertThat(shownBy(new ClosedChannelException())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void recognizesAResetInTheWordsOfTheKernelsTransportAndOfTheJdks(boolean kernels) throws IOException {
        var transport = Vertx.vertx(new VertxOptions().setPreferNativeTransport(kernels));
        assertThat(transport.isNativeTransportEnabled()).isEqualTo(kernels);
        try (var resetting = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Future<?> connecting = PgConnection.connect(transport, new PgConnectOptions(options).setPort(resetting.getLocalPort()));
            reset(resetting);

            assertThat(shownBy(failure(connecting))).isTrue();
        } finally {
            transport.close();
        }
    }

    @Test
    void recognizesAServerThatIsGone() {
        PgConnection connection = done(PgConnection.connect(vertx, options));
        postgres.close();

        assertThat(shownBy(failure(connection.query("select 1").execute()))).isTrue();
    }

    @Test
    void doesNotTakeAnSqlErrorForAnAbsence() {
        PgConnection connection = done(PgConnection.connect(vertx, options));

        assertThat(shownBy(failure(connection.query("select nonsense").execute()))).isFalse();
    }

    /** Once it has said something. */
    private static void reset(ServerSocket server) throws IOException {
        try (var connection = server.accept()) {
            connection.getInputStream().read();
            connection.setSoLinger(true, 0);
        }
    }

    private boolean shownBy(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause).anyMatch(unavailability::isShownBy);
    }

    private static Throwable failure(Future<?> future) {
        return catchThrowable(() -> done(future)).getCause();
    }

    private static <T> T done(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed.getCause());
        } catch (InterruptedException | java.util.concurrent.TimeoutException stuck) {
            throw new AssertionError(stuck);
        }
    }
}
