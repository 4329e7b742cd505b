package ai.igent.maestro.oauth.release;

import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.restassured.response.ValidatableResponse;

import ai.igent.maestro.oauth.Browser;
import ai.igent.maestro.oauth.OAuthApi;
import ai.igent.maestro.oauth.OAuthTest;
import ai.igent.maestro.oauth.PlayedProvider;
import ai.igent.maestro.test.FixedClock;
import ai.igent.maestro.test.TestTokens;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

/** What session-service is told of connections. */
@OAuthTest
class DescribeTest {
    @Inject
    FixedClock clock;

    private final String user = "dora-" + UUID.randomUUID();
    private final OAuthApi dora = OAuthApi.with(TestTokens.user(user));
    private final OAuthApi sessions = OAuthApi.with(TestTokens.service("session-service"));
    private PlayedProvider provider;

    @BeforeEach
    void listen() {
        provider = PlayedProvider.listen();
    }

    @AfterEach
    void stopTheProvider() {
        provider.close();
    }

    @Test
    void tellsAllThatMattersForAnActivation() {
        String id = dora.ask(Map.of("provider", "acme-accounts", "account", "WORK", "environment", "staging"));
        Browser.of(user).connect(id, "acme-accounts", provider);

        describeOwner().body("items.id", contains(id)).body("items[0].source", is("oauth")).body("items[0].owner.kind", is("user"))
                .body("items[0].owner.id", is(user)).body("items[0].name", is("ACME_ACCOUNTS_TOKEN"))
                .body("items[0].variable", is("ACME_ACCOUNTS_TOKEN")).body("items[0].kind", is("env"))
                .body("items[0].integration", is("acme-accounts")).body("items[0].account", is("WORK"))
                .body("items[0].environment", is("staging")).body("items[0].epoch", is(1)).body("items[0].version", is(1))
                .body("items[0].status", is("active")).body("items[0].expiresAt", nullValue());
    }

    @Test
    void tellsWhyAConnectionCannotBeActivated() {
        String pending = dora.ask("acme-accounts");
        describe(Map.of("ids", List.of(pending))).body("items.status", contains("pending"));

        provider.issuesTokensFor(600, false);
        Browser.of(user).connect(pending, "acme-accounts", provider);
        clock.advance(Duration.ofSeconds(601));
        describe(Map.of("ids", List.of(pending))).body("items.status", contains("reauthorization-required"));

        dora.delete("/v1/connections/" + pending).statusCode(200);
        describe(Map.of("ids", List.of(pending))).body("items.status", contains("revoked")).body("items.epoch", contains(2));
        describeOwner().body("items", equalTo(List.of()));
    }

    @Test
    void warnsWhenLessWasGrantedThanAskedFor() {
        String id = dora.ask(Map.of("provider", "acme-accounts", "scopes", List.of("read", "write")));
        Browser.of(user).connect(id, "acme-accounts", provider);

        describeOwner().body("items[0].warnings.code", contains("scopes-narrow"))
                .body("items[0].warnings[0].detail", is("The account granted less than was asked for: write."));
    }

    @Test
    void leavesOutWhatIsUnknownOrNoConnection() {
        describe(Map.of("ids", List.of("con_" + "0".repeat(32), "sec_" + "1".repeat(32), "nonsense"))).body("items", equalTo(List.of()));
    }

    @Test
    void wantsEitherOwnersOrIdsAndNotTooMany() {
        sessions.post("/internal/v1/describe", Map.of()).statusCode(422).body("errors[0].code", is("owners-or-ids"));
        sessions.post("/internal/v1/describe", Map.of("owners", List.of(), "ids", List.of())).statusCode(422);
        sessions.post("/internal/v1/describe", Map.of("ids", Collections.nCopies(1001, "con_1"))).statusCode(422)
                .body("errors[0].code", is("too-many"));
    }

    @Test
    void givesPagesByNameAndNamesAlone() {
        String work = dora.ask(Map.of("provider", "acme-accounts", "account", "WORK", "variable", "B_TOKEN", "environment", "staging"));
        String home = dora.ask(Map.of("provider", "acme-accounts", "account", "HOME", "variable", "A_TOKEN"));
        String gone = dora.ask(Map.of("provider", "acme-accounts", "account", "GONE", "variable", "C_TOKEN"));
        dora.delete("/v1/connections/" + gone).statusCode(200);

        page(Map.of("limit", 9)).body("items.id", contains(home, work));
        page(Map.of("limit", 1)).body("items.id", contains(home));
        page(Map.of("limit", 1, "after", Map.of("name", "A_TOKEN", "id", home))).body("items.id", contains(work));
        page(Map.of("limit", 9, "except", List.of(home))).body("items.id", contains(work));
        page(Map.of("limit", 9, "filter", Map.of("query", "work", "environment", "staging", "integration", "acme-accounts")))
                .body("items.id", contains(work));
        page(Map.of("limit", 9, "filter", Map.of("query", "_T%"))).body("items", equalTo(List.of()));
        List<String> ids = Stream.of(work, home).sorted().toList();
        names(Map.of("limit", 1)).body("items.id", contains(ids.get(0)));
        names(Map.of("limit", 9, "after", ids.get(0))).body("items.id", contains(ids.get(1)));
        names(Map.of("limit", 9)).body("items.find { it.id == '" + work + "' }",
                equalTo(Map.of("id", work, "name", "B_TOKEN", "integration",
                        "acme-accounts", "account", "WORK", "environment", "staging", "epoch", 1, "status", "pending")));
    }

    @Test
    void findsByTheStatusThatIsShown() {
        provider.issuesTokensFor(600, false);
        String ending = dora.ask(Map.of("provider", "acme-accounts", "variable", "ENDING"));
        Browser.of(user).connect(ending, "acme-accounts", provider);
        String pending = dora.ask(Map.of("provider", "acme-accounts", "variable", "PENDING"));

        status("active").body("items.id", contains(ending));
        status("pending").body("items.id", contains(pending));
        status("reauthorization-required").body("items", equalTo(List.of()));
        clock.advance(Duration.ofSeconds(601));
        status("reauthorization-required").body("items.id", contains(ending)).body("items.status", contains("reauthorization-required"));
        status("active").body("items", equalTo(List.of()));
        status("revoked").body("items", equalTo(List.of()));
    }

    @Test
    void pagesAndNamesAreBoundedAndForSessionServiceOnly() {
        sessions.post("/internal/v1/describe/page", Map.of("owners", List.of(), "limit", 1001)).statusCode(422);
        sessions.post("/internal/v1/describe/page", Map.of("owners", List.of(), "limit", 1, "filter", Map.of("query", "\u0000")))
                .statusCode(422);
        sessions.post("/internal/v1/describe/names", Map.of("limit", 1)).statusCode(422);
        for (String path : List.of("/internal/v1/describe/page", "/internal/v1/describe/names")) {
            dora.post(path, Map.of("limit", 1)).statusCode(403);
            given().contentType("application/json").body("{}").post(path).then().statusCode(401);
        }
    }

    private ValidatableResponse status(String status) {
        return page(Map.of("limit", 9, "filter", Map.of("status", status)));
    }

    private ValidatableResponse page(Map<String, ?> question) {
        return asked("/internal/v1/describe/page", "owners", List.of(Map.of("kind", "user", "id", user)), question);
    }

    private ValidatableResponse names(Map<String, ?> question) {
        return asked("/internal/v1/describe/names", "owner", Map.of("kind", "user", "id", user), question);
    }

    private ValidatableResponse asked(String path, String field, Object of, Map<String, ?> question) {
        Map<String, Object> whole = new HashMap<>(question);
        whole.put(field, of);
        return sessions.post(path, whole).statusCode(200);
    }

    private ValidatableResponse describeOwner() {
        return describe(Map.of("owners", List.of(Map.of("kind", "user", "id", user))));
    }

    private ValidatableResponse describe(Map<String, ?> request) {
        return sessions.post("/internal/v1/describe", request).statusCode(200);
    }
}
