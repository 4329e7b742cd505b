package ai.igent.maestro.web.body;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

import ai.igent.maestro.test.TestIssuer;
import ai.igent.maestro.test.TestTokens;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

/** Where nothing is read, nothing may stand: a field that is passed over would have changed what its sender meant. */
@QuarkusTest
@WithTestResource(TestIssuer.class)
class UnreadBodyTest {
    private static final String NOTHING = "/v1/edge/nothing";

    @Test
    void takesNoBody() throws IOException {
        user().post(NOTHING).then().statusCode(200);
        user().contentType("text/plain").post(NOTHING).then().statusCode(200);
        user().delete(NOTHING).then().statusCode(200);
        assertThat(raw("", "")).startsWith("HTTP/1.1 200");
        assertThat(raw("Content-Type: application/json\r\nContent-Length: 0\r\n", "")).startsWith("HTTP/1.1 200");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", " { } "})
    void takesAnObjectWithoutFields(String body) {
        post(body).statusCode(200);
        user().contentType("application/json").body(body).delete(NOTHING).then().statusCode(200);
    }

    @Test
    void takesAnObjectWithoutFieldsOfNoType() throws IOException {
        assertThat(raw("Content-Length: 2\r\n", "{}")).startsWith("HTTP/1.1 200");
    }

    @Test
    void namesTheFirstField() {
        post("{\"first\":1,\"second\":2}").statusCode(422).body("code", is("unknown-field")).body("errors[0].field", is("first"));
        post("{\"AKIAIOSFODNN7EXAMPLE\":1}").statusCode(422).body("code", is("unknown-field")).body(not(containsString("AKIA")));
        user().contentType("application/json").body("{\"purge\":true}").delete(NOTHING).then().statusCode(422).body("errors[0].field",
                is("purge"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"canary", "{", "{} canary", "{\"canary"})
    void readsNothingThatIsNoJson(String body) {
        post(body).statusCode(400).body("code", is("unreadable")).body(not(containsString("canary")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "[1]", "1", "\"canary\"", "\"\""})
    void readsNothingThatIsNoObject(String body) {
        post(body).statusCode(422).body("code", is("invalid")).body("errors[0].code", is("wrong-type")).body(not(containsString("canary")));
    }

    @Test
    void readsNoOtherType() {
        user().contentType("text/plain").body("{}").post(NOTHING).then().statusCode(415).body("code", is("unsupported-media-type"));
    }

    @Test
    void boundsWhatItReads() throws Exception {
        post("{\"field\":\"" + "x".repeat(5000) + "\"}").statusCode(413).body("code", is("too-large"));
        assertThat(overHttp2(5000).statusCode()).isEqualTo(413);
        assertThat(overHttp2(50)).satisfies(answer -> assertThat(answer.statusCode()).isEqualTo(422))
                .satisfies(answer -> assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_2));
    }

    /** The end of a body comes on another thread than the one that begins to read it. */
    @Test
    void readsABodyThatEndsMeanwhile() throws Exception {
        try (var client = http2()) {
            for (int i = 0; i < 1000; i++)
                assertThat(client.send(post(5000), BodyHandlers.discarding()).statusCode()).isEqualTo(413);
        }
    }

    @Test
    void whoMayNotCallIsToldThatAndNothingOfTheBody() {
        given().contentType("application/json").body("{\"canary\":1}").post(NOTHING).then().statusCode(401);
        given().auth().oauth2(TestTokens.service("console")).contentType("application/json").body("{\"canary\":1}").post(NOTHING).then()
                .statusCode(403);
    }

    @Test
    void leavesTheBodyToAResourceThatReadsItByItself() {
        user().contentType("text/plain").body("canary").post("/v1/edge/length").then().statusCode(200).body(is("6"));
    }

    @Test
    void theConnectionServesTheNextRequest() throws IOException {
        String one = "POST " + NOTHING + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + TestTokens.user("alice")
                + "\r\nContent-Length: 7\r\n\r\n{\"x\":1}";
        assertThat(sent(one + one.replace("Host: x", "Host: x\r\nConnection: close")).split("HTTP/1.1 422", -1)).hasSize(3);
    }

    private static ValidatableResponse post(String body) {
        return user().contentType("application/json").body(body).post(NOTHING).then();
    }

    private static RequestSpecification user() {
        return given().auth().oauth2(TestTokens.user("alice"));
    }

    private static HttpResponse<String> overHttp2(int length) throws IOException, InterruptedException {
        try (var client = http2()) {
            return client.send(post(length), BodyHandlers.ofString());
        }
    }

    /** Speaks HTTP/2 from its next request on: the first one is for the upgrade. */
    private static HttpClient http2() throws IOException, InterruptedException {
        var client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build();
        client.send(HttpRequest.newBuilder(uri("/q/health/live")).build(), BodyHandlers.discarding());
        return client;
    }

    /** Over HTTP/2 the one way to send a body without its length that is not refused for that. */
    private static HttpRequest post(int length) {
        byte[] body = "{\"field\":\"%s\"}".formatted("x".repeat(length)).getBytes(StandardCharsets.UTF_8);
        return HttpRequest.newBuilder(uri(NOTHING)).header("Authorization", "Bearer " + TestTokens.user("alice"))
                .header("Content-Type", "application/json").POST(BodyPublishers.ofByteArrays(Arrays.asList(body))).build();
    }

    private static URI uri(String path) {
        return URI.create("http://localhost:" + RestAssured.port + path);
    }

    private static String raw(String headers, String body) throws IOException {
        return sent("POST " + NOTHING + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: Bearer " + TestTokens.user("alice")
                + "\r\n" + headers + "\r\n" + body);
    }

    private static String sent(String request) throws IOException {
        try (var socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
