package ai.igent.maestro.web.log;

import java.io.IOException;
import java.net.Socket;
import java.nio.channels.ClosedChannelException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Filter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

import org.jboss.logmanager.ExtHandler;
import org.jboss.logmanager.handlers.ConsoleHandler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.netty.channel.unix.Errors.NativeIoException;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.vertx.core.http.HttpClosedException;

import ai.igent.maestro.test.TestIssuer;

import static org.assertj.core.api.Assertions.assertThat;

/** What the console shows of streams whose clients go away, and of streams that break. */
@QuarkusTest
@WithTestResource(TestIssuer.class)
class ClientsThatLeaveTest {
    private static final String STREAMS = "org.jboss.resteasy.reactive.server.handlers.PublisherResponseHandler";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Everything everything = new Everything();

    @BeforeEach
    void listen() {
        Logger.getLogger("").addHandler(everything);
    }

    @AfterEach
    void listenNoMore() {
        Logger.getLogger("").removeHandler(everything);
    }

    @Test
    void aClientThatLeavesItsStreamIsNotShown() throws IOException {
        Instant deadline = Instant.now().plus(PATIENCE);
        for (int bytes = 0; everything.ofStreams().isEmpty(); bytes += 1000) {
            assertThat(Instant.now()).as("no client that left was noticed").isBefore(deadline);
            leaveAfter(bytes % 80_000);
        }

        assertThat(everything.ofStreams()).allSatisfy(line -> assertThat(isShown(line)).isFalse());
    }

    @Test
    void aStreamThatBreaksIsShown() throws IOException {
        try (var socket = open("breaks")) {
            socket.setSoTimeout((int) PATIENCE.toMillis());
            socket.getInputStream().readAllBytes();
        }

        assertThat(everything.ofStreams()).isNotEmpty().allSatisfy(line -> assertThat(isShown(line)).isTrue());
    }

    @Test
    void onlyADepartureIsPassedOverAndOnlyWhereItIsKnownToBeOne() {
        for (String teller : List.of(STREAMS, "io.netty.channel.DefaultChannelPipeline"))
            for (Throwable gone : List.of(new ClosedChannelException(), new HttpClosedException("closed"), atTheSocket(),
                    new NativeIoException("writevAddresses", -32)))
                assertThat(isShown(line(teller, gone))).isFalse();
        for (Throwable trouble : new Throwable[]{new IllegalStateException(), new IOException(), null})
            assertThat(isShown(line(STREAMS, trouble))).isTrue();
        assertThat(isShown(line("ai.igent.maestro.anything", atTheSocket()))).isTrue();
    }

    private static boolean isShown(LogRecord line) {
        List<Filter> filters = Arrays.stream(Logger.getLogger("").getHandlers()).filter(ExtHandler.class::isInstance)
                .flatMap(handler -> Arrays.stream(((ExtHandler) handler).getHandlers())).filter(ConsoleHandler.class::isInstance)
                .map(Handler::getFilter).toList();
        assertThat(filters).as("of the console").hasSize(1);
        return filters.getFirst().isLoggable(line);
    }

    private static LogRecord line(String teller, Throwable thrown) {
        var line = new LogRecord(Level.SEVERE, "something");
        line.setLoggerName(teller);
        line.setThrown(thrown);
        return line;
    }

    private static IOException atTheSocket() {
        var broken = new IOException();
        broken.setStackTrace(new StackTraceElement[]{new StackTraceElement("sun.nio.ch.SocketDispatcher", "writev0", null, -2)});
        return broken;
    }

    private static void leaveAfter(int bytes) throws IOException {
        try (var socket = open("ticks")) {
            socket.setSoLinger(true, 0);
            socket.getInputStream().readNBytes(bytes);
        }
    }

    private static Socket open(String stream) throws IOException {
        var socket = new Socket("localhost", RestAssured.port);
        socket.getOutputStream().write(("GET /v1/edge/" + stream + " HTTP/1.1\r\nHost: x\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static final class Everything extends Handler {
        private final Queue<LogRecord> lines = new ConcurrentLinkedQueue<>();

        List<LogRecord> ofStreams() {
            return lines.stream().filter(line -> STREAMS.equals(line.getLoggerName())).toList();
        }

        @Override
        public void publish(LogRecord line) {
            lines.add(line);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
