package ai.igent.maestro.session;

import java.util.Collections;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.modelcontextprotocol.spec.McpSchema;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;

import ai.igent.maestro.test.Database;
import ai.igent.maestro.test.TestTokens;
import ai.igent.maestro.vocabulary.Environment;
import ai.igent.maestro.vocabulary.SessionId;
import ai.igent.maestro.vocabulary.Source;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

@SessionTest
class McpTest {
    private static final String HELLO = """
            {"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-06-18","capabilities":{},\
            "clientInfo":{"name":"test","version":"1"}}}""";

    private final String user = SessionApi.newUser();
    private final SessionApi alice = SessionApi.user(user);
    private String session;
    private Thing aws;
    private Thing production;

    @Inject
    Database database;

    @BeforeEach
    void prepare() {
        session = SessionApi.session(user);
        aws = Thing.secret(user, "AWS_ACCESS_KEY_ID").of("aws", "AWS_DEV").in(Environment.DEVELOPMENT).known();
        production = Thing.secret(user, "AWS_SECRET").of("aws", "AWS_PROD").in(Environment.PRODUCTION).known();
    }

    @Test
    void offersFiveToolsThatExplainThemselvesAndNoneThatConfirms() {
        try (var agent = agent()) {
            assertThat(agent.tools()).extracting(McpSchema.Tool::name).containsExactlyInAnyOrder("list_secrets", "request_activation",
                    "activation_status", "deactivate_secrets", "diagnose_secret");
            assertThat(agent.tools()).allSatisfy(tool -> assertThat(tool.description()).hasSizeGreaterThan(80));
        }
    }

    @Test
    void anAgentAsksThePersonConfirmsTheAgentSeesItAndGivesItBack() {
        try (var agent = agent()) {
            assertThat(agent.call("list_secrets", Map.of("integration", "aws")).getList("items.id")).contains(aws.id(), production.id());

            var asked = agent.call("request_activation", Map.of("phrase", "Activate AWS secrets for 2 hours", "reason", "to deploy"));
            assertThat(asked.getString("status")).isEqualTo("proposed");
            assertThat(asked.getList("activate.id")).containsExactly(aws.id());
            assertThat(asked.getString("confirmation")).as("what confirms").isNull();

            alice.confirm(alice.get("/v1/activation-requests/" + asked.getString("id")).extract().response()).statusCode(202);
            SessionApi.report(session, 1);

            var status = agent.call("activation_status", Map.of());
            assertThat(status.getString("request.status")).isEqualTo("confirmed");
            assertThat(status.getLong("appliedRevision")).isEqualTo(status.getLong("revision"));
            assertThat(status.getList("active.id")).containsExactly(aws.id());
            assertThat(agent.call("list_secrets", Map.of("active", true)).getList("items.id")).containsExactly(aws.id());

            assertThat(agent.call("deactivate_secrets", Map.of("phrase", "Deactivate AWS secrets")).getList("deactivated.id"))
                    .containsExactly(aws.id());
            assertThat(SessionApi.activeIds(session)).isEmpty();
        }
        assertThat(database.records(session)).contains("activation.requested success proposed",
                "activation.deactivated success deactivated");
    }

    @Test
    void asksByIdsWithVariablesAndDiagnoses() {
        try (var agent = agent()) {
            var asked = agent.call("request_activation",
                    Map.of("activate", List.of(aws.id()), "variables", Map.of(aws.id(), "OTHER_KEY"), "duration", "PT1H"));
            assertThat(asked.getList("activate.variable")).containsExactly("OTHER_KEY");
            assertThat(agent.call("activation_status", Map.of("request", asked.getString("id"))).getString("request.id"))
                    .isEqualTo(asked.getString("id"));
            assertThat(agent.call("diagnose_secret", Map.of("secret", "AWS_ACCESS_KEY_ID")).getString(
                    "items[0].checks.find { it.check == 'activated' }.detail")).contains("waits for the user's word");
        }
    }

    @Test
    void refusesAsHttpDoesAndRepeatsNothing() {
        try (var agent = agent()) {
            assertThat(agent.refusal("request_activation", Map.of()).getString("code")).isEqualTo("invalid");
            assertThat(agent.refusal("request_activation", Map.of("phrase", "x".repeat(501))).getString("code")).isEqualTo("invalid");
            assertThat(
                    agent.refusal("request_activation", Map.of("activate", List.of("sec_" + "0".repeat(32)))).getString("errors[0].code"))
                    .isEqualTo("unknown-secret");
            assertThat(agent.refusal("request_activation", Map.of("activate", Collections.nCopies(101, aws.id()))).getString("code"))
                    .isEqualTo("invalid");
            assertThat(agent.refusal("request_activation", Map.of("phrase", "activate aws", "duration", "2 hours")).getString("code"))
                    .isEqualTo("invalid");
            assertThat(agent.refusal("deactivate_secrets", Map.of()).getString("code")).isEqualTo("invalid");
            assertThat(agent.refusal("list_secrets", Map.of("limit", 201)).getString("code")).isEqualTo("invalid");
            assertThat(agent.refusal("list_secrets", Map.of("environment", "moon")).getString("code")).isEqualTo("invalid");
            assertThat(agent.refusal("diagnose_secret", Map.of("secret", "x".repeat(201))).getString("code")).isEqualTo("invalid");
            var wrong = agent.result("list_secrets", Map.of("limit", "canary-wrong"));
            assertThat(wrong.isError()).isTrue();
            assertThat(McpAgent.text(wrong)).doesNotContain("canary-wrong", "Exception");
        }
    }

    @Test
    void anArgumentThatTheToolDoesNotHaveIsNotOverlooked() {
        try (var agent = agent()) {
            assertThatThrownBy(() -> agent.result("request_activation", Map.of("phrase", "activate aws", "duraton", "PT5M")))
                    .hasMessageContaining("duraton");
            assertThatThrownBy(() -> agent.result("list_secrets", Map.of("canary\nsurplus", 1))).message().doesNotContain("canary");
            assertThat(agent.call("activation_status", Map.of()).getString("request")).isNull();
        }
    }

    @Test
    void seesOnlyItsOwnSession() {
        String others = SessionApi.session(user);
        String request = SessionApi.agent(others).request(others, Map.of("phrase", "activate aws")).path("id");
        try (var agent = agent()) {
            assertThat(agent.refusal("activation_status", Map.of("request", request)).getString("code")).isEqualTo("not-found");
            assertThat(agent.call("activation_status", Map.of()).getString("request")).isNull();
        }
    }

    @Test
    void saysWhenAnOwnerServiceIsAwayAndWhenTheSessionIsOver() {
        try (var agent = agent()) {
            Owners.away(Source.VAULT);
            try {
                var away = agent.refusal("list_secrets", Map.of());
                assertThat(away.getString("code")).isEqualTo("vault-service-unavailable");
                assertThat(away.getInt("retryAfterSeconds")).isPositive();
            } finally {
                Owners.back(Source.VAULT);
            }
            alice.post("/v1/sessions/" + session + "/end").statusCode(200);
            assertThat(agent.refusal("request_activation", Map.of("phrase", "activate aws")).getString("code")).isEqualTo("session-ended");
            assertThat(agent.refusal("list_secrets", Map.of()).getString("code")).isEqualTo("session-ended");
        }
    }

    @Test
    void aRevokedTokenGetsNothing() {
        try (var agent = agent()) {
            SessionApi.platform().post("/v1/sessions/" + session + "/tokens").statusCode(200);
            assertThat(agent.refusal("list_secrets", Map.of()).getString("code")).isEqualTo("unauthorized");
        }
    }

    @Test
    void onlyAnAgentComesInAndOthersAreRefusedWithAProblem() {
        for (String token : List.of(TestTokens.user(user), TestTokens.platform(), TestTokens.sandbox(new SessionId(session), 1),
                TestTokens.service("sandbox-injector"), TestTokens.operator()))
            hello(token).statusCode(403).contentType("application/problem+json").body("code", equalTo("forbidden"));
        for (String token : List.of("nonsense", TestTokens.expired(user)))
            hello(token).statusCode(401).contentType("application/problem+json").body("code", equalTo("unauthorized"));
        for (String path : List.of("/mcp", "/mcp/sse", "/mcp/messages/1"))
            given().contentType(ContentType.JSON).body(HELLO).post(path).then().statusCode(401).body("code", equalTo("unauthorized"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://attacker.example", "http://localhost.attacker.example", "null", "http://localhost:1@attacker.example"})
    void aPageOfAnotherMachineIsRefusedWithAProblem(String origin) {
        from(origin).statusCode(403).contentType("application/problem+json").body("code", equalTo("forbidden"))
                .body(not(containsString("attacker")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:3000", "https://127.0.0.1", "http://[::1]:8080"})
    void aPageOfThisMachineComesIn(String origin) {
        from(origin).statusCode(200);
    }

    @Test
    void theOlderTransportIsClosed() {
        String token = TestTokens.agent(new SessionId(session));
        given().auth().oauth2(token).get("/mcp/sse").then().statusCode(404).body("code", equalTo("not-found"));
        given().auth().oauth2(token).contentType(ContentType.JSON).body(HELLO).post("/mcp/messages/1").then().statusCode(404);
    }

    @Test
    void theProtocolsSessionOfAnotherAgentGivesAccessToNothingOfIts() {
        String others = SessionApi.session(SessionApi.newUser());
        String id = hello(TestTokens.agent(new SessionId(session))).statusCode(200).extract().header("Mcp-Session-Id");

        given().auth().oauth2(TestTokens.agent(new SessionId(others))).header("Mcp-Session-Id", id).contentType(ContentType.JSON)
                .accept("application/json, text/event-stream")
                .body("{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"tools/call\",\"params\":{\"name\":\"list_secrets\",\"arguments\":{}}}")
                .post("/mcp").then().body(not(containsString(aws.id()))).body(not(containsString("AWS_ACCESS_KEY_ID")));
    }

    @Test
    void whatIsNoMessageOfTheProtocolIsRefusedWithoutRepeatingIt() {
        for (String body : List.of("{canary", "[]", "null", "\"canary\"", "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"canary\"}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":7}}"))
            raw(TestTokens.agent(new SessionId(session)), body).statusCode(org.hamcrest.Matchers.lessThan(500))
                    .body(not(containsString("Exception")));
        raw(TestTokens.agent(new SessionId(session)), "{\"a\":\"" + "x".repeat(600_000) + "\"}").statusCode(413);
    }

    /** The protocol's server would never answer the first ones, and answer the others with a 500. */
    @ParameterizedTest
    @ValueSource(strings = {"tools/call|{\"name\":null}", "tools/call|{}", "tools/call|null", "prompts/get|{}", "tools/call|[]",
            "tools/list|[]",
            "tools/list|5", "tools/call|{\"name\":\"list_secrets\",\"arguments\":5}",
            "tools/call|{\"name\":\"list_secrets\",\"arguments\":[1]}",
            "tools/call|{\"name\":\"list_secrets\",\"arguments\":{\"surplus\":1}}",
            "resources/read|{\"uri\":1}", "logging/setLevel|{}"})
    void parametersThatAreNotTheMethodsAreSaidToBeSo(String call) {
        String[] parts = call.split("\\|");
        String token = TestTokens.agent(new SessionId(session));
        String id = hello(token).extract().header("Mcp-Session-Id");

        given().auth().oauth2(token).header("Mcp-Session-Id", id).contentType(ContentType.JSON)
                .accept("application/json, text/event-stream")
                .body("{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"" + parts[0] + "\",\"params\":" + parts[1] + "}").post("/mcp").then()
                .statusCode(200).body("error.code", equalTo(-32602)).body("id", equalTo(7));
    }

    /** What a beginning says is kept for minutes. */
    @Test
    void beginsOnlyInFewWordsAndNotForEver() {
        String token = TestTokens.agent(new SessionId(session));
        raw(token, HELLO.replace("\"test\"", "\"" + "x".repeat(5_000) + "\"")).statusCode(413).body("code", equalTo("too-large"));

        for (int beginning = 0; beginning < 100; beginning++)
            hello(token).statusCode(200);
        hello(token).statusCode(429).header("Retry-After", "60").body("code", equalTo("too-many-requests"));
        hello(TestTokens.agent(new SessionId(SessionApi.session(user)))).statusCode(200);
    }

    @Test
    void whatMayBeLeftOutMayBeLeftOut() {
        String token = TestTokens.agent(new SessionId(session));
        String id = hello(token).extract().header("Mcp-Session-Id");
        given().auth().oauth2(token).header("Mcp-Session-Id", id).contentType(ContentType.JSON)
                .accept("application/json, text/event-stream")
                .body("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}").post("/mcp").then().statusCode(202);

        for (String call : List.of("\"method\":\"tools/list\"", "\"method\":\"ping\"",
                "\"method\":\"tools/call\",\"params\":{\"name\":\"list_secrets\"}"))
            given().auth().oauth2(token).header("Mcp-Session-Id", id).contentType(ContentType.JSON)
                    .accept("application/json, text/event-stream").body("{\"jsonrpc\":\"2.0\",\"id\":8," + call + "}").post("/mcp").then()
                    .statusCode(200).body(not(containsString("error\":{")));
    }

    private McpAgent agent() {
        return McpAgent.with(TestTokens.agent(new SessionId(session)));
    }

    private ValidatableResponse from(String origin) {
        return given().auth().oauth2(TestTokens.agent(new SessionId(session))).header("Origin", origin).contentType(ContentType.JSON)
                .accept("application/json, text/event-stream").body(HELLO).post("/mcp").then();
    }

    private static ValidatableResponse hello(String token) {
        return raw(token, HELLO);
    }

    private static ValidatableResponse raw(String token, String body) {
        return given().auth().oauth2(token).contentType(ContentType.JSON).accept("application/json, text/event-stream").body(body)
                .post("/mcp").then();
    }
}
