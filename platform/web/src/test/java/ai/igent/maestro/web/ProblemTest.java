package ai.igent.maestro.web;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

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

/** Bad input gets a clear problem that names the place and never repeats the text; nothing yields a 500 but a bug. */
@QuarkusTest
@WithTestResource(TestIssuer.class)
class ProblemTest {
    @Test
    void namesAnUnknownField() {
        post("{\"text\":\"a\",\"number\":1,\"canary\":2}").statusCode(422).body("code", is("unknown-field")).body("errors[0].field",
                is("canary"));
    }

    @Test
    void doesNotRepeatAFieldThatLooksLikeNoName() {
        post("{\"text\":\"a\",\"number\":1,\"AKIAIOSFODNN7EXAMPLE\":2}").statusCode(422).body("code", is("unknown-field")).body(
                not(containsString("AKIA")));
    }

    @Test
    void namesAFieldOfTheWrongType() {
        post("{\"text\":5,\"number\":1}").statusCode(422).body("errors[0].field", is("text")).body("errors[0].code", is("wrong-type"));
        post("{\"text\":\"a\",\"number\":\"1\"}").statusCode(422).body("errors[0].field", is("number"));
        post("{\"text\":\"a\"}").statusCode(422).body("errors[0].field", is("number"));
        post("[1]").statusCode(422);
        post("\"canary\"").statusCode(422).body(not(containsString("canary")));
    }

    @Test
    void namesAFieldThatIsNotValid() {
        post("{\"text\":\"canary\",\"number\":1}").statusCode(422).body("errors[0].field", is("text")).body("errors[0].code", is("size"));
        post("{\"number\":1}").statusCode(422).body("errors[0].field", is("text")).body("errors[0].code", is("not-null"));
    }

    @Test
    void namesAWordThatIsNotOneAndSaysWhatIsExpected() {
        post("{\"text\":\"a\",\"number\":1,\"variable\":\"LD_PRELOAD\"}").statusCode(422).body("errors[0].field", is("variable")).body(
                "errors[0].detail",
                containsString("change how programs run"));
        post("{\"text\":\"a\",\"number\":1,\"value\":\"\"}").statusCode(422).body("errors[0].detail", is("must not be empty"));
    }

    @Test
    void answersTextThatIsNoJsonWithItsPlaceAndNotWithItself() {
        for (String body : new String[]{"{\"text\":\"canary", "canary", "{\"text\":\"a\",\"number\":1} canary",
                "{\"text\":\"a\",\"text\":\"canary\"}", "{\"canary\u0000"})
            post(body).statusCode(400).body("code", is("unreadable")).body(not(containsString("canary")));
        post("").statusCode(422);
    }

    @Test
    void refusesBodiesThatAreTooLongOrOfUnknownLength() throws IOException {
        post("{\"text\":\"" + "x".repeat(5000) + "\"}").statusCode(413).body("code", is("too-large"));
        assertThat(raw("POST /v1/edge/users HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n")).startsWith("HTTP/1.1 411")
                .contains("length-required");
    }

    /** More than any buffer on the way holds. */
    @Test
    void whoeverSendsALongBodyToItsEndStillGetsTheRefusal() throws IOException {
        int length = 20_000_000;
        assertThat(raw("POST /v1/edge/users HTTP/1.1\r\nHost: a\r\nContent-Length: " + length + "\r\n\r\n" + "x".repeat(length)))
                .startsWith("HTTP/1.1 413").contains("too-large");
    }

    @Test
    void refusesOtherMediaTypesAndMethods() {
        given().auth().oauth2(TestTokens.user("alice")).contentType("text/plain").body("x").post("/v1/edge/users").then().statusCode(415)
                .body("code",
                        is("unsupported-media-type"));
        given().auth().oauth2(TestTokens.user("alice")).delete("/v1/edge/users").then().statusCode(405).body("code",
                is("method-not-allowed"));
    }

    @Test
    void answersAnIdOfTheWrongKindLikeAnAbsentOne() {
        given().get("/v1/edge/things/ses_" + "0".repeat(32)).then().statusCode(404).body("code", is("not-found"));
        given().get("/v1/nowhere").then().statusCode(404).contentType("application/problem+json");
        given().get("/v1/edge/things/sec_" + "0".repeat(32)).then().statusCode(200);
    }

    @Test
    void boundsPages() {
        given().get("/v1/edge/pages").then().statusCode(200).body("limit", is(50));
        given().get("/v1/edge/pages?limit=201").then().statusCode(422).body("errors[0].field", is("limit"));
        given().get("/v1/edge/pages?limit=0").then().statusCode(422);
        given().get("/v1/edge/pages?limit=x").then().statusCode(422).body("errors[0].field", is("limit"));
        given().get("/v1/edge/pages?cursor=%25%25").then().statusCode(422).body("errors[0].field", is("cursor"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"AAAA", "_w"})
    void takesNoCursorThatIsNoTextOfOurs(String cursor) {
        given().get("/v1/edge/pages?cursor=" + cursor).then().statusCode(422).body("errors[0].field", is("cursor"));
    }

    @Test
    void refusesAParameterThatTheResourceDoesNotKnow() {
        given().get("/v1/edge/pages?limt=2").then().statusCode(422).body("code", is("unknown-field")).body("errors[0].field", is("limt"));
        given().get("/v1/edge/pages?CANARY-1=2").then().statusCode(422).body("code", is("unknown-field"))
                .body(not(containsString("CANARY")));
        given().get("/v1/edge/things/sec_" + "0".repeat(32) + "?limit=2").then().statusCode(200);
        given().get("/v1/edge/any?whatever=2").then().statusCode(200);
        user().body("{\"text\":\"a\",\"number\":1}").post("/v1/edge/users?limit=2").then().statusCode(422).body("errors[0].field",
                is("limit"));
    }

    @Test
    void refusesAParameterOfAChangeThatSaysNothing() {
        user().body("{\"text\":\"a\",\"number\":1}").post("/v1/edge/users?dry=").then().statusCode(422).body("errors[0].field", is("dry"));
        user().body("{\"text\":\"a\",\"number\":1}").post("/v1/edge/users?dry").then().statusCode(422).body("errors[0].field", is("dry"));
        user().body("{\"text\":\"a\",\"number\":1}").post("/v1/edge/users?dry=true").then().statusCode(200);
    }

    @Test
    void refusesAParameterThatSaysTwoThings() {
        given().get("/v1/edge/pages?limit=1&limit=2").then().statusCode(422).body("code", is("invalid")).body("errors[0].field",
                is("limit")).body("errors[0].detail", is("must be given once"));
        given().get("/v1/edge/pages?limit=1&limit=1").then().statusCode(422);
        user().body("{\"text\":\"a\",\"number\":1}").post("/v1/edge/users?dry=true&dry=false").then().statusCode(422).body(
                "errors[0].field", is("dry"));
        given().get("/v1/edge/any?text=1&text=2").then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"garbage", "application", "a/b;=", "application/json, garbage"})
    void answersNothingThatCannotBeAccepted(String accept) throws IOException {
        assertThat(raw("GET /v1/edge/pages HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAccept: " + accept + "\r\n\r\n"))
                .startsWith("HTTP/1.1 406").contains("not-acceptable");
    }

    @Test
    void aMethodThatAClientMadeUpIsRefusedAndBecomesNoMetricOfItsOwn() throws IOException {
        assertThat(raw("CANARY1 /v1/edge/pages HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")).startsWith("HTTP/1.1 405");

        String metrics = given().get("/q/metrics").then().statusCode(200).extract().asString();
        assertThat(metrics).contains("method=\"OTHER\"").doesNotContain("CANARY1");
    }

    @Test
    void whoAcceptsNothingInParticularGetsWhatThereIs() throws IOException {
        assertThat(raw("GET /v1/edge/pages HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAccept:\r\n\r\n")).startsWith("HTTP/1.1 200");
    }

    @Test
    void readsNoBodyOfATypeThatIsNone() throws IOException {
        assertThat(
                raw("POST /v1/edge/users HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: garbage\r\nContent-Length: 2\r\n\r\n{}"))
                .startsWith("HTTP/1.1 415").contains("unsupported-media-type");
    }

    @Test
    void passesNoNulOn() {
        given().urlEncodingEnabled(false).get("/v1/edge/any?a=b&text=%00").then().statusCode(422).body("code", is("invalid"))
                .body("errors[0].field", is("text"));
        given().urlEncodingEnabled(false).get("/v1/edge/any?CANARY-1%00=x").then().statusCode(422).body(not(containsString("CANARY")));
    }

    @Test
    void doesNotRepeatAKeyOfAMapThatLooksLikeNoName() {
        user().body("{\"CANARY-1\":\"x\"}").post("/v1/edge/numbers").then().statusCode(422).body("code", is("invalid"))
                .body(not(containsString("CANARY")));
    }

    @Test
    void mapsAFeaturesOwnFailure() {
        given().get("/v1/edge/taken").then().statusCode(409).contentType("application/problem+json").body("code", is("taken"));
    }

    @Test
    void saysNothingOfABug() {
        given().get("/v1/edge/bug").then().statusCode(500).body("code", is("internal")).body(not(containsString("canary")));
        given().get("/v1/edge/slip").then().statusCode(500).body(not(containsString("canary")));
    }

    @Test
    void tellsADependencyThatIsAwayFromABug() {
        given().get("/v1/edge/away").then().statusCode(503).header("Retry-After", is("2")).body("code", is("unavailable"))
                .body(not(containsString("canary")));
    }

    private static RequestSpecification user() {
        return given().auth().oauth2(TestTokens.user("alice")).contentType("application/json");
    }

    private static ValidatableResponse post(String body) {
        return user().body(body).post("/v1/edge/users").then();
    }

    private static String raw(String request) throws IOException {
        try (var socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
