package ai.igent.maestro.oauth.authorization;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import ai.igent.maestro.oauth.Browser;
import ai.igent.maestro.oauth.OAuthApi;
import ai.igent.maestro.oauth.OAuthTest;
import ai.igent.maestro.oauth.PlayedProvider;
import ai.igent.maestro.oauth.Records;
import ai.igent.maestro.test.Database;
import ai.igent.maestro.test.FixedClock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

/** A person's way to a provider and back, and everything that can be wrong on it. */
@OAuthTest
class AuthorizationTest {
    private static final String CONNECTED = "https://console.test/connections?outcome=connected";

    @Inject
    Database database;
    @Inject
    Records records;
    @Inject
    FixedClock clock;

    private final OAuthApi alice = OAuthApi.as("alice");
    private PlayedProvider provider;
    private String connection;

    @BeforeEach
    void askForAConnection() {
        provider = PlayedProvider.listen();
        connection = alice.ask("acme-accounts");
    }

    @AfterEach
    void stopTheProvider() {
        provider.close();
    }

    @Test
    void thePersonWhoAgreesIsConnected() {
        assertThat(Browser.of("alice").connect(connection, "acme-accounts", provider)).isEqualTo(CONNECTED);

        alice.get("/v1/connections/" + connection).body("status", is("connected")).body("grantedScopes", contains("read"))
                .body("expiresAt", notNullValue()).body("providerAccount.id", is("alice-at-acme"))
                .body("providerAccount.login", is("alice-at-acme-login"));
        assertThat(records.about(connection)).containsExactly("connection.requested success", "connection.connected success");
        assertThat(records.events(connection)).containsExactly("connection.connected 2 1 1");
    }

    @Test
    void aProviderWithoutAccountsAndIssuerIsEnough() {
        String plain = alice.ask("plain");
        provider.issuesTokensFor(3600, false);

        assertThat(Browser.of("alice").connect(plain, "plain", provider)).isEqualTo(CONNECTED);

        alice.get("/v1/connections/" + plain).body("status", is("connected"));
    }

    @Test
    void theBrowserIsGivenACookieThatOnlyThisHostSeesAgain() {
        Browser.of("alice").open("/oauth/start/" + connection).then().statusCode(303)
                .header("Set-Cookie", allOf(startsWith("__Host-maestro-oauth="), containsString("; Path=/;"), containsString("; Secure"),
                        containsString("; HttpOnly"), containsString("; SameSite=Lax"), containsString("; Max-Age=600")))
                .header("Cache-Control", "no-store").header("Referrer-Policy", "no-referrer");
    }

    @Test
    void theQuestionNamesClientScopesReturnAddressStateAndChallenge() {
        URI question = Browser.of("alice").start(connection);

        assertThat(question.getRawQuery()).startsWith("tenant=7&response_type=code&client_id=maestro-test&")
                .contains("&redirect_uri=https%3A%2F%2Fconsole.test%2Foauth%2Fcallback%2Facme-accounts&", "&scope=read&",
                        "&code_challenge_method=S256")
                .containsPattern("&state=[A-Za-z0-9_-]{43}&").containsPattern("&code_challenge=[A-Za-z0-9_-]{43}&");
    }

    @Test
    void aStateIsGoodOnce() {
        Browser browser = Browser.of("alice");
        String answer = provider.agree(browser.start(connection));

        assertThat(browser.comeBack("acme-accounts", answer)).isEqualTo(CONNECTED);
        assertThat(browser.comeBack("acme-accounts", answer)).isEqualTo(refused("state-unknown"));
        assertThat(provider.tokenRequests()).hasSize(1);
    }

    @Test
    void aStateShownTwiceAtTheSameTimeConnectsOnce() {
        Browser browser = Browser.of("alice");
        String answer = provider.agree(browser.start(connection));

        var both = Stream.generate(() -> CompletableFuture.supplyAsync(() -> browser.comeBack("acme-accounts", answer))).limit(2).toList();

        assertThat(both.stream().map(CompletableFuture::join)).containsExactlyInAnyOrder(CONNECTED, refused("state-unknown"));
        assertThat(provider.tokenRequests()).hasSize(1);
    }

    @Test
    void aStateIsForThePersonWhoStarted() {
        Browser browser = Browser.of("alice");
        String answer = provider.agree(browser.start(connection));

        assertThat(browser.usedBy("bob").comeBack("acme-accounts", answer)).isEqualTo(refused("other-person"));
        assertThat(browser.comeBack("acme-accounts", answer)).as("a state that leaked is spent").isEqualTo(refused("state-unknown"));
        assertNothingWasRedeemed("connection.refused denied other-person");
    }

    @Test
    void aStateIsForTheBrowserThatStarted() {
        String answer = provider.agree(Browser.of("alice").start(connection));

        assertThat(Browser.of("alice").comeBack("acme-accounts", answer)).isEqualTo(refused("other-browser"));
        assertNothingWasRedeemed("connection.refused denied other-browser");
    }

    @Test
    void anotherBrowsersCookieIsNotGoodEnough() {
        String answer = provider.agree(Browser.of("alice").start(connection));
        Browser other = Browser.of("alice");
        other.start(connection);

        assertThat(other.comeBack("acme-accounts", answer)).isEqualTo(refused("other-browser"));
    }

    @Test
    void twoTabsOfOneBrowserDoNotDisturbEachOther() {
        Browser browser = Browser.of("alice");
        String second = alice.ask("acme-accounts");
        String answer = provider.agree(browser.start(connection));
        String other = provider.agree(browser.start(second));

        assertThat(browser.comeBack("acme-accounts", answer)).isEqualTo(CONNECTED);
        assertThat(browser.comeBack("acme-accounts", other)).isEqualTo(CONNECTED);
    }

    @Test
    void aStateIsForTheProviderThatWasAsked() {
        Browser browser = Browser.of("alice");
        String answer = provider.agree(browser.start(connection));

        assertThat(browser.comeBack("plain", answer)).isEqualTo(refused("other-provider"));
        assertNothingWasRedeemed("connection.refused denied other-provider");
    }

    @Test
    void aStateIsGoodForTenMinutes() {
        Browser browser = Browser.of("alice");
        String answer = provider.agree(browser.start(connection));
        String late = provider.agree(browser.start(connection));

        clock.advance(Duration.ofSeconds(599));
        assertThat(browser.comeBack("acme-accounts", answer)).isEqualTo(CONNECTED);
        clock.advance(Duration.ofSeconds(1));
        assertThat(browser.comeBack("acme-accounts", late)).isEqualTo(refused("state-expired"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x=y", "code=x", "code=x&state=", "code=x&state=canary", "state=" + UNKNOWN + "&code=x"})
    void withoutAStateThatIsKnownNothingHappens(String query) {
        Browser browser = Browser.of("alice");
        browser.start(connection);

        assertThat(browser.comeBack("acme-accounts", query)).isEqualTo(refused("state-unknown"));
        assertThat(provider.tokenRequests()).isEmpty();
    }

    private static final String UNKNOWN = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

    @ParameterizedTest
    @CsvSource({"access_denied,access-denied", "invalid_scope,invalid-scope", "temporarily_unavailable,provider-unavailable",
            "unauthorized_client,client-refused", "canary_error,provider-error"})
    void whatTheProviderRefusesIsToldInOurWords(String error, String code) {
        Browser browser = Browser.of("alice");
        String state = state(browser.start(connection));

        assertThat(
                browser.comeBack("acme-accounts", "error=" + error + "&error_description=canary&iss=https://accounts.test&state=" + state))
                .isEqualTo(refused(code));
        assertNothingWasRedeemed("connection.refused denied " + code);
        alice.get("/v1/connections/" + connection).body("status", is("pending")).body("lastError.code", is(code));
    }

    @Test
    void anAnswerWithoutCodeAndErrorIsRefused() {
        Browser browser = Browser.of("alice");
        String state = state(browser.start(connection));

        assertThat(browser.comeBack("acme-accounts", "iss=https://accounts.test&state=" + state)).isEqualTo(refused("no-code"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"&iss=https://evil.test", "", "&iss="})
    void aProviderThatAnnouncesItsIssuerMustNameIt(String issuer) {
        Browser browser = Browser.of("alice");
        String answer = provider.agree(browser.start(connection)).replaceAll("&iss=.*", issuer);

        assertThat(browser.comeBack("acme-accounts", answer)).isEqualTo(refused("wrong-issuer"));
        assertNothingWasRedeemed("connection.refused denied wrong-issuer");
    }

    @Test
    void aCodeIsWorthlessWithoutTheVerifierOfItsBrowser() {
        Browser browser = Browser.of("alice");
        String stolen = provider.agree(Browser.of("alice").start(connection));
        String own = provider.agree(browser.start(connection));

        String mixed = stolen.replaceAll("state=[^&]+", "state=" + own.replaceAll(".*state=([^&]+).*", "$1"));

        assertThat(browser.comeBack("acme-accounts", mixed)).isEqualTo(refused("code-refused"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"400|{\"error\":\"invalid_grant\"}|code-refused",
            "200|{\"error\":\"bad_verification_code\"}|code-refused",
            "401|{\"error\":\"invalid_client\"}|client-refused", "503|{\"error\":\"temporarily_unavailable\"}|provider-unavailable",
            "500|oops|provider-unavailable", "200|[]|provider-unavailable", "200|{\"access_token\":\"canary\"}|provider-unavailable",
            "200|{\"access_token\":7,\"token_type\":\"bearer\"}|provider-unavailable",
            "200|{\"access_token\":\"canary\",\"token_type\":\"mac\"}|provider-unavailable"})
    void aTokenEndpointThatGivesNoTokensConnectsNothing(int status, String json, String code) {
        provider.answersWith(status, json);

        assertThat(Browser.of("alice").connect(connection, "acme-accounts", provider)).isEqualTo(refused(code));
        alice.get("/v1/connections/" + connection).body("status", is("pending")).body("lastError.code", is(code));
    }

    @Test
    void aSlowTokenEndpointIsGivenUp() {
        provider.nextAnswer(exchange -> {
            try {
                Thread.sleep(Duration.ofSeconds(3));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            PlayedProvider.answer(exchange, 200, "{}");
        });

        assertThat(Browser.of("alice").connect(connection, "acme-accounts", provider)).isEqualTo(refused("provider-unavailable"));
    }

    @Test
    void anOversizedTokenAnswerIsNotRead() {
        provider.answersWith(200, "{\"access_token\":\"" + "x".repeat(70_000) + "\",\"token_type\":\"bearer\"}");

        assertThat(Browser.of("alice").connect(connection, "acme-accounts", provider)).isEqualTo(refused("provider-unavailable"));
    }

    @Test
    void aRedirectingTokenEndpointIsNotFollowed() {
        provider.nextAnswer(exchange -> {
            exchange.getResponseHeaders().set("Location", "/token");
            PlayedProvider.answer(exchange, 307, "{}");
        });

        assertThat(Browser.of("alice").connect(connection, "acme-accounts", provider)).isEqualTo(refused("provider-unavailable"));
        assertThat(provider.tokenRequests()).hasSize(1);
    }

    @Test
    void aProviderThatIsAwayConnectsNothing() {
        Browser browser = Browser.of("alice");
        String answer = provider.agree(browser.start(connection));
        provider.close();

        assertThat(browser.comeBack("acme-accounts", answer)).isEqualTo(refused("provider-unavailable"));
    }

    @Test
    void tokensOfAConnectionThatWasRevokedMeanwhileAreGivenBack() {
        provider.nextAnswer(exchange -> {
            alice.delete("/v1/connections/" + connection).statusCode(200);
            PlayedProvider.answer(exchange, 200,
                    "{\"access_token\":\"canary-late-access\",\"token_type\":\"bearer\",\"refresh_token\":\"canary-late-refresh\"}");
        });

        assertThat(Browser.of("alice").connect(connection, "acme-accounts", provider)).isEqualTo(refused("connection-changed"));

        assertThat(provider.revoked()).containsExactly("refresh_token canary-late-refresh", "access_token canary-late-access");
        assertThat(database.count("select count(*) from token_set where connection_id = ?", connection)).isZero();
    }

    @Test
    void authorizingAgainGivesTheNextGeneration() {
        Browser.of("alice").connect(connection, "acme-accounts", provider);
        alice.post("/v1/connections/" + connection + "/reauthorize", Map.of("scopes", List.of("read", "write"))).statusCode(200);

        assertThat(Browser.of("alice").connect(connection, "acme-accounts", provider)).isEqualTo(CONNECTED);

        alice.get("/v1/connections/" + connection).body("requestedScopes", contains("read", "write")).body("grantedScopes",
                contains("read"));
        assertThat(records.events(connection)).containsExactly("connection.connected 2 1 1", "connection.connected 4 2 1");
        assertThat(database.column("select generation from token_set where connection_id = ?", connection)).containsExactly("2");
    }

    @Test
    void authorizingAgainAsAnotherAccountIsRefusedAndChangesNothing() {
        Browser.of("alice").connect(connection, "acme-accounts", provider);
        provider.isUsedBy("somebody-else");

        assertThat(Browser.of("alice").connect(connection, "acme-accounts", provider)).isEqualTo(refused("another-account"));

        alice.get("/v1/connections/" + connection).body("status", is("connected")).body("providerAccount.id", is("alice-at-acme"));
        assertThat(database.column("select generation from token_set where connection_id = ?", connection)).containsExactly("1");
        assertThat(provider.revoked()).hasSize(2);
    }

    @Test
    void onlyTheAdminWhoAskedAuthorizesAnOrganizationsConnection() {
        String shared = alice.ask(Map.of("provider", "acme-accounts", "organization", "acme"));

        Browser.of("bob").open("/oauth/start/" + shared).then().statusCode(403).body("code", is("organization-admin-required"));
        Browser.of("carol").open("/oauth/start/" + shared).then().statusCode(404);
        assertThat(Browser.of("alice").connect(shared, "acme-accounts", provider)).isEqualTo(CONNECTED);
    }

    private void assertNothingWasRedeemed(String onRecord) {
        assertThat(provider.tokenRequests()).isEmpty();
        assertThat(records.about(connection)).containsExactly("connection.requested success", onRecord);
    }

    private static String state(URI question) {
        return question.getRawQuery().replaceAll(".*&state=([^&]+)&.*", "$1");
    }

    private static String refused(String code) {
        return "https://console.test/connections?outcome=refused&code=" + code;
    }
}
