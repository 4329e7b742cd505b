package ai.igent.maestro.oauth.release;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;

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

    private ValidatableResponse describeOwner() {
        return describe(Map.of("owners", List.of(Map.of("kind", "user", "id", user))));
    }

    private ValidatableResponse describe(Map<String, ?> request) {
        return sessions.post("/internal/v1/describe", request).statusCode(200);
    }
}
