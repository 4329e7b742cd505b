package ai.igent.maestro.oauth.refresh;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.restassured.response.ValidatableResponse;

import ai.igent.maestro.oauth.Browser;
import ai.igent.maestro.oauth.Grants;
import ai.igent.maestro.oauth.OAuthApi;
import ai.igent.maestro.oauth.OAuthTest;
import ai.igent.maestro.oauth.PlayedProvider;
import ai.igent.maestro.oauth.Records;
import ai.igent.maestro.test.Database;
import ai.igent.maestro.test.FixedClock;
import ai.igent.maestro.test.TestTokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

/** Tokens that end soon are replaced before they are handed out: once per generation, whatever happens meanwhile. */
@OAuthTest
class RefreshTest {
    @Inject
    Database database;
    @Inject
    Records records;
    @Inject
    Grants grants;
    @Inject
    FixedClock clock;

    private final OAuthApi alice = OAuthApi.as("alice");
    private final OAuthApi injector = OAuthApi.with(TestTokens.service("sandbox-injector"));
    private PlayedProvider provider;
    private String connection;

    @BeforeEach
    void connect() {
        provider = PlayedProvider.listen();
        connection = alice.ask("acme-accounts");
        Browser.of("alice").connect(connection, "acme-accounts", provider);
    }

    @AfterEach
    void stopTheProvider() {
        provider.close();
    }

    @Test
    void aTokenWithTwoMinutesLeftIsHandedOutAsItIs() {
        clock.advance(Duration.ofSeconds(3600 - 121));

        resolve().body("values[0].version", is(1));
        assertThat(refreshes()).isZero();
    }

    @Test
    void aTokenWithLessIsRefreshedFirst() {
        nearTheEnd();

        resolve().body("values[0].version", is(2)).body("values[0].value", is(provider.lastIssued("access").text()));

        assertThat(refreshes()).isOne();
        assertThat(records.events(connection)).endsWith("connection.refreshed 3 2 1");
        assertThat(records.about(connection)).contains("connection.refreshed success").endsWith("token.released success build");
        assertThat(journal()).isZero();
        resolve().body("values[0].version", is(2));
        assertThat(refreshes()).isOne();
    }

    @Test
    void refreshTokensRotateFromGenerationToGeneration() {
        nearTheEnd();
        resolve().body("values[0].version", is(2));
        nearTheEnd();

        resolve().body("values[0].version", is(3)).body("values[0].value", is(provider.lastIssued("access").text()));
    }

    @Test
    void manyCallersMakeOneCall() {
        nearTheEnd();

        var answers = IntStream.range(0, 12).mapToObj(i -> CompletableFuture.supplyAsync(() -> resolve().extract())).toList();

        assertThat(answers.stream().map(CompletableFuture::join)).allSatisfy(answer -> {
            assertThat(answer.<List<Integer>>path("values.version")).containsExactly(2);
            assertThat(answer.<List<String>>path("values.value")).containsExactly(provider.lastIssued("access").text());
        });
        assertThat(refreshes()).isOne();
    }

    @Test
    void withoutARefreshTokenTheEndIsToldHonestly() {
        provider.issuesTokensFor(3600, false);
        String plain = alice.ask("plain");
        Browser.of("alice").connect(plain, "plain", provider);
        nearTheEnd();

        resolve(plain).body("failed.code", contains("token-expiring"));
        clock.advance(Duration.ofSeconds(120));
        resolve(plain).body("failed.code", contains("reauthorization-required"));
        assertThat(refreshes()).isZero();
    }

    @Test
    void aProviderThatSendsNoNewRefreshTokenMeansTheOldOne() {
        nearTheEnd();
        provider.answersWith(200, "{\"access_token\":\"canary-second\",\"token_type\":\"bearer\",\"expires_in\":3600}");
        resolve().body("values[0].value", is("canary-second"));
        nearTheEnd();

        resolve().body("values[0].version", is(3));
    }

    @Test
    void aRefusedRefreshTokenNeedsThePersonAgain() {
        nearTheEnd();
        provider.answersWith(400, "{\"error\":\"invalid_grant\"}");

        resolve().body("failed.code", contains("reauthorization-required"));

        alice.get("/v1/connections/" + connection).body("status", is("reauthorization-required")).body("lastError.code",
                is("refresh-refused"));
        assertThat(records.events(connection)).endsWith("connection.reauthorization-required 3 1 1");
        resolve().body("failed.code", contains("reauthorization-required"));
        assertThat(refreshes()).isOne();
        Browser.of("alice").connect(connection, "acme-accounts", provider);
        resolve().body("values[0].version", is(2));
    }

    @Test
    void anAnswerThatNeverCameIsFollowedByOneGuardedRetry() {
        nearTheEnd();
        provider.answersWith(500, "oops");

        resolve().body("failed.code", contains("token-expiring"));
        assertThat(records.about(connection)).contains("connection.refresh-failed failure refresh-in-doubt");
        resolve().body("values[0].version", is(2));
        assertThat(refreshes()).isEqualTo(2);
    }

    @Test
    void twoAnswersThatNeverCameNeedThePersonAgain() {
        nearTheEnd();
        provider.answersWith(500, "oops");
        provider.answersWith(500, "oops");
        resolve().body("failed.code", contains("token-expiring"));
        resolve().body("failed.code", contains("token-expiring"));

        resolve().body("failed.code", contains("reauthorization-required"));

        assertThat(refreshes()).isEqualTo(2);
    }

    @Test
    void aProviderThatIsAwayMayBeTriedAgainAnyTime() {
        nearTheEnd();
        provider.close();
        for (int i = 0; i < 3; i++)
            resolve().body("failed.code", contains("token-expiring"));
        assertThat(journal()).isZero();

        String refreshToken = provider.lastIssued("refresh").text();
        provider = PlayedProvider.listen();
        provider.knowsRefreshToken(refreshToken);
        resolve().body("values[0].version", is(2));
    }

    @Test
    void whoeverDiedInTheMiddleIsFollowedWhenTheLeaseIsOver() {
        nearTheEnd();
        database.execute("""
                insert into refresh_intent (connection_id, generation, attempt, tries, lease_until)
                values (?, 1, gen_random_uuid(), 1, ?::timestamptz)""", connection, clock.instant().plusSeconds(20).toString());

        resolve().body("failed.code", contains("token-expiring"));
        assertThat(refreshes()).isZero();
        clock.advance(Duration.ofSeconds(21));
        resolve().body("values[0].version", is(2));
    }

    @Test
    void aRefreshThatEndsAfterTheConnectionDidIsGivenBack() {
        nearTheEnd();
        provider.nextAnswer(exchange -> {
            alice.delete("/v1/connections/" + connection).statusCode(200);
            PlayedProvider.answer(exchange, 200,
                    "{\"access_token\":\"canary-late\",\"token_type\":\"bearer\",\"refresh_token\":\"canary-late-refresh\"}");
        });

        resolve().body("values", equalTo(List.of())).body("failed.code", contains("revoked"));

        assertThat(provider.revoked()).endsWith("refresh_token canary-late-refresh", "access_token canary-late");
        assertThat(database.count("select count(*) from token_set where connection_id = ?", connection)).isZero();
    }

    @Test
    void aRefreshThatEndsAfterANewAuthorizationChangesNothing() {
        nearTheEnd();
        provider.nextAnswer(exchange -> {
            Browser.of("alice").connect(connection, "acme-accounts", provider);
            PlayedProvider.answer(exchange, 200, "{\"access_token\":\"canary-late\",\"token_type\":\"bearer\",\"expires_in\":3600}");
        });

        resolve().body("values[0].version", is(2)).body("values[0].value", is(provider.lastIssued("access").text()));
        assertThat(provider.revoked()).isEmpty();
    }

    private void nearTheEnd() {
        clock.advance(Duration.ofSeconds(3600 - 119));
    }

    private long refreshes() {
        return provider.tokenRequests().stream().filter(asked -> "refresh_token".equals(asked.get("grant_type"))).count();
    }

    private long journal() {
        return database.count("select count(*) from refresh_intent where connection_id = ?", connection);
    }

    private ValidatableResponse resolve() {
        return resolve(connection);
    }

    private ValidatableResponse resolve(String id) {
        return injector.post("/internal/v1/resolve", Map.of("grant", grants.ofAlices(id))).statusCode(200);
    }
}
