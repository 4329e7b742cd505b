package ai.igent.maestro.injector.stream;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;

import ai.igent.maestro.contracts.event.SessionEvent;
import ai.igent.maestro.contracts.internal.GrantItem;
import ai.igent.maestro.injector.played.InjectorTest;
import ai.igent.maestro.injector.played.PlayedKafka;
import ai.igent.maestro.injector.played.PlayedSession;
import ai.igent.maestro.injector.played.PlayedSuite;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

/** A thousand sandboxes at once, which all come back at once when their connections are cut. */
@QuarkusTest
@WithTestResource(value = PlayedSuite.class, initArgs = @ResourceArg(name = PlayedSuite.HEARTBEAT, value = "PT15S"))
class ManyStreamsTest extends InjectorTest {
    private static final int SANDBOXES = 1000;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TestHTTPResource
    URI injector;

    @Test
    void areAllToldAndAllLetInAgain() {
        GrantItem item = suite.vault().env("A", value());
        List<PlayedSession> sessions = new ArrayList<>();
        for (int number = 0; number < SANDBOXES; number++)
            sessions.add(suite.session(item));

        List<Listening> first = sessions.stream().map(this::connect).toList();
        untilAll(first, "\"revision\":1");
        first.forEach(Listening::cut);

        List<Listening> second = sessions.stream().map(this::connect).toList();
        untilAll(second, "\"revision\":1");
        try (PlayedKafka kafka = new PlayedKafka(suite)) {
            for (PlayedSession session : sessions) {
                session.activate(suite.vault().env("B", "b"));
                kafka.send(new SessionEvent.ActivationsChanged(session.id(), 2, 2, List.of()));
            }
        }

        untilAll(second, "\"revision\":2");
        second.forEach(Listening::cut);
        assertThat(fetch(sessions.getFirst()).asString()).contains(value());
    }

    private Listening connect(PlayedSession session) {
        return new Listening(injector, session);
    }

    private static void untilAll(List<Listening> streams, String told) {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (!streams.stream().allMatch(stream -> stream.hasHeard(told))) {
            assertThat(Instant.now())
                    .as("%d of %d heard %s", streams.stream().filter(stream -> stream.hasHeard(told)).count(), SANDBOXES, told)
                    .isBefore(deadline);
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    /** A plain connection: a thousand HTTP clients would be a test of their own. */
    private static final class Listening {
        private final Socket socket;
        private final StringBuffer heard = new StringBuffer();

        Listening(URI injector, PlayedSession session) {
            try {
                socket = new Socket(injector.getHost(), injector.getPort());
                socket.getOutputStream().write(("GET " + path(session, "events") + " HTTP/1.1\r\nHost: injector\r\nAuthorization: Bearer "
                        + session.token() + "\r\nAccept: text/event-stream\r\n\r\n").getBytes(US_ASCII));
                InputStream in = socket.getInputStream();
                Thread.ofVirtual().start(() -> listen(in));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        boolean hasHeard(String told) {
            return heard.indexOf(told) >= 0;
        }

        /** Without a word. */
        void cut() {
            try {
                socket.setSoLinger(true, 0);
                socket.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private void listen(InputStream in) {
            byte[] some = new byte[1024];
            try {
                for (int count = in.read(some); count >= 0; count = in.read(some))
                    heard.append(new String(some, 0, count, US_ASCII));
            } catch (IOException cut) {
                heard.append("cut");
            }
        }
    }
}
