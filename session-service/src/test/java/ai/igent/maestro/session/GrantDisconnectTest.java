package ai.igent.maestro.session;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import io.restassured.RestAssured;

import ai.igent.maestro.test.TestTokens;

import static org.assertj.core.api.Assertions.assertThat;

/** Callers that hang up without waiting for their answer. */
@SessionTest
class GrantDisconnectTest {

    @Test
    void callersThatHangUpLeaveTheOthersTheirAnswers() throws Exception {
        String user = SessionApi.newUser();
        String session = SessionApi.session(user);
        var key = Thing.secret(user, "KEY").known();
        SessionApi.user(user).activate(session, key.id());

        try (var threads = Executors.newFixedThreadPool(16)) {
            var leaving = IntStream.range(0, 200).mapToObj(each -> threads.submit(() -> askAndHangUp(session))).toList();
            var staying = IntStream.range(0, 40).mapToObj(each -> threads.submit(() -> SessionApi.activeIds(session))).toList();
            for (var caller : leaving)
                caller.get();
            for (var caller : staying)
                assertThat(caller.get()).containsExactly(key.id());
        }

        assertThat(SessionApi.activeIds(session)).containsExactly(key.id());
    }

    private static Void askAndHangUp(String session) throws IOException {
        String body = "{\"purpose\":\"deliver\"}";
        String request = "POST /internal/v1/sessions/" + session
                + "/grants HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                + "Authorization: Bearer " + TestTokens.service("sandbox-injector") + "\r\nContent-Length: " + body.length() + "\r\n\r\n"
                + body;
        try (var socket = new Socket("127.0.0.1", RestAssured.port)) {
            socket.setSoLinger(true, 0);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
        }
        return null;
    }
}
