package ai.igent.maestro.web.problem;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AbandonedBodyTest {
    private static final StackTraceElement READING = at("org.jboss.resteasy.reactive.server.vertx.VertxInputStream$VertxBlockingInput");

    private final UnexpectedFailures failures = new UnexpectedFailures(List.of());

    @Test
    void aBodyThatStopsIsTheClientsMatter() {
        assertThat(status(READING, at(ByteArrayInputStream.class.getName()))).isEqualTo(400);
    }

    @Test
    void whatElseCannotBeReadIsOurs() {
        assertThat(status(at(ByteArrayInputStream.class.getName()), READING)).isEqualTo(500);
        assertThat(failures.sort(new IOException()).status()).isEqualTo(500);
    }

    private int status(StackTraceElement... trace) {
        var failure = new IOException();
        failure.setStackTrace(trace);
        return failures.sort(failure).status();
    }

    private static StackTraceElement at(String type) {
        return new StackTraceElement(type, "read", null, 1);
    }
}
