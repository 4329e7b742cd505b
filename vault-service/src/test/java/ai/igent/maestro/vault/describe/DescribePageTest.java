package ai.igent.maestro.vault.describe;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import io.restassured.response.ValidatableResponse;

import ai.igent.maestro.test.TestTokens;
import ai.igent.maestro.vault.VaultApi;
import ai.igent.maestro.vault.VaultTest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

/** Pages for the /secrets table, and names for phrases. */
@VaultTest
class DescribePageTest {
    private static final VaultApi SESSIONS = VaultApi.with(TestTokens.service("session-service"));
    private static final String PAGE = "/internal/v1/describe/page";
    private static final String NAMES = "/internal/v1/describe/names";

    private final String user = "paged-" + UUID.randomUUID();
    private final VaultApi alice = VaultApi
            .with(TestTokens.person(user).with("roles", List.of("user")).with("organizations", Map.of("org-" + user, "admin")).text());

    @Test
    void pagesFollowTheNamesOfAllOwnersAndThenTheIds() {
        String second = register("B", "account", "TWO");
        String third = register("B", "account", "ONE");
        String last = register("a_small_letter");
        String shared = alice.register(Map.of("name", "A_SHARED", "value", "canary-page", "organization", "org-" + user));
        List<String> twins = Stream.of(second, third).sorted().toList();

        page(Map.of("limit", 2)).body("items.id", contains(shared, twins.get(0)))
                .body("items.owner.kind", contains("organization", "user"));
        page(Map.of("limit", 2, "after", Map.of("name", "B", "id", twins.get(0)))).body("items.id", contains(twins.get(1), last));
        page(Map.of("limit", 9, "after", Map.of("name", "a_small_letter", "id", last))).body("items", empty());
        page(Map.of("limit", 9, "except", List.of(shared, twins.get(0)))).body("items.id", contains(twins.get(1), last));
    }

    @Test
    void filtersByWhatIsAskedFor() {
        String dev = register("ALPHA", "environment", "development", "account", "WORK_100");
        String key = register("BETA", "variable", "GITHUB_TOKEN");
        String old = register("GAMMA", "expiresAt", "2020-01-01T00:00:00Z");
        String leaked = register("LEAKED");
        alice.post("/v1/secrets/" + leaked + "/report-leak", Map.of()).statusCode(200);
        String gone = register("GONE");
        alice.delete("/v1/secrets/" + gone).statusCode(204);

        filtered("query", "alp").body("items.id", contains(dev));
        filtered("query", "work_1").body("items.id", contains(dev));
        filtered("query", "github").body("items.id", contains(key)).body("items[0].warnings.code", contains("format"));
        filtered("query", "%").body("items", empty());
        filtered("query", "L_HA").body("items", empty());
        filtered("integration", "github").body("items.id", contains(key));
        filtered("environment", "development").body("items.id", contains(dev));
        filtered("status", "active").body("items.id", contains(dev, key));
        filtered("status", "expired").body("items.id", contains(old)).body("items.status", contains("expired"));
        filtered("status", "compromised").body("items.id", contains(leaked));
        filtered("status", "deleted").body("items", empty());
        filtered("status", "'; drop table secret").body("items", empty());
    }

    @Test
    void namesComeInPagesAndLeaveOutWhatIsUsual() {
        String plain = register("PLAIN");
        String special = register("SPECIAL", "variable", "GITHUB_TOKEN", "kind", "file", "account", "WORK", "environment", "staging",
                "tags",
                List.of("ci"));
        String gone = register("GONE");
        alice.delete("/v1/secrets/" + gone).statusCode(204);
        List<String> ids = Stream.of(plain, special).sorted().toList();

        names(Map.of("limit", 5000)).body("items.id", contains(ids.toArray())).body(not(containsString("canary")));
        names(Map.of("limit", 1)).body("items.id", contains(ids.get(0)));
        names(Map.of("limit", 1, "after", ids.get(0))).body("items.id", contains(ids.get(1)));
        String row = "items.find { it.id == '" + plain + "' }";
        names(Map.of("limit", 2)).body(row, equalTo(Map.of("id", plain, "name", "PLAIN", "epoch", 1)));
        row = "items.find { it.id == '" + special + "' }";
        names(Map.of("limit", 2)).body(row, equalTo(Map.of("id", special, "name", "SPECIAL", "variable", "GITHUB_TOKEN", "kind", "file",
                "integration", "github", "account", "WORK", "environment", "staging", "tags", List.of("ci"), "epoch", 1)));
        String old = register("OLD", "expiresAt", "2020-01-01T00:00:00Z");
        names(Map.of("limit", 3)).body("items.find { it.id == '" + old + "' }.status", equalTo("expired"));
    }

    @Test
    void questionsWithoutBoundsOrSenseAreRefused() {
        for (Map<String, ?> question : List.<Map<String, ?>>of(Map.of(), Map.of("limit", 0), Map.of("limit", 1001),
                Map.of("limit", "5"), Map.of("limit", 5, "more", 1), Map.of("limit", 5, "filter", Map.of("query", "a\u0000b")),
                Map.of("limit", 5, "after", Map.of("name", "a")), Map.of("limit", 5, "after", Map.of("name", "a", "id", "\u0000")),
                Map.of("limit", 5, "except", Collections.nCopies(10_001, "x")), Map.of("limit", 5, "except", List.of("\u0000")),
                Map.of("limit", 5, "filter", Map.of("environment", "nowhere"))))
            SESSIONS.post(PAGE, with("owners", List.of(), question)).statusCode(422);
        SESSIONS.post(PAGE, Map.of("limit", 5)).statusCode(422);
        SESSIONS.post(NAMES, Map.of("limit", 5)).statusCode(422);
        SESSIONS.post(NAMES, Map.of("owner", owner(), "limit", 5001)).statusCode(422);
        SESSIONS.post(NAMES, Map.of("owner", owner(), "limit", 1, "after", "\u0000")).statusCode(422);
    }

    @Test
    void nobodyElseIsAnswered() {
        for (String path : List.of(PAGE, NAMES)) {
            given().contentType("application/json").body("{}").post(path).then().statusCode(401);
            alice.post(path, Map.of("limit", 5)).statusCode(403);
            VaultApi.with(TestTokens.service("sandbox-injector")).post(path, Map.of("limit", 5)).statusCode(403);
        }
    }

    private String register(String name, Object... more) {
        Map<String, Object> body = new HashMap<>(Map.of("name", name, "value", "canary-page"));
        for (int at = 0; at < more.length; at += 2)
            body.put((String) more[at], more[at + 1]);
        return alice.register(body);
    }

    private ValidatableResponse filtered(String filter, String value) {
        return page(Map.of("limit", 10, "filter", Map.of(filter, value)));
    }

    private ValidatableResponse page(Map<String, ?> question) {
        var owners = List.of(owner(), Map.of("kind", "organization", "id", "org-" + user));
        return SESSIONS.post(PAGE, with("owners", owners, question)).statusCode(200);
    }

    private ValidatableResponse names(Map<String, ?> question) {
        return SESSIONS.post(NAMES, with("owner", owner(), question)).statusCode(200);
    }

    private Map<String, String> owner() {
        return Map.of("kind", "user", "id", user);
    }

    private static Map<String, Object> with(String field, Object value, Map<String, ?> question) {
        Map<String, Object> whole = new HashMap<>(question);
        whole.put(field, value);
        return whole;
    }
}
