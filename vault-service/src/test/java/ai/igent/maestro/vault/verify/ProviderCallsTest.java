package ai.igent.maestro.vault.verify;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.restassured.response.ValidatableResponse;

import ai.igent.maestro.vault.VaultApi;
import ai.igent.maestro.vault.VaultTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

/** What each provider is asked, and what its answers come to. The answers have the shapes that the providers document. */
@VaultTest
class ProviderCallsTest {
    private static final String CALLER = """
            {"GetCallerIdentityResponse":{"GetCallerIdentityResult":{"Account":"123456789012","Arn":"arn:aws:iam::123456789012:user/agent",
            "UserId":"AIDA"},"ResponseMetadata":{"RequestId":"r"}}}""";
    private static int users;

    private final VaultApi user = VaultApi.as("provider-caller-" + ++users);
    private PlayedProviders providers;

    @BeforeEach
    void listen() {
        providers = PlayedProviders.listen();
    }

    @AfterEach
    void stop() {
        providers.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "GITHUB_TOKEN|/github/user|null|authorization|Bearer canary-key",
            "GITLAB_TOKEN|/gitlab/api/v4/personal_access_tokens/self|null|private-token|canary-key",
            "OPENAI_API_KEY|/openai/v1/models|null|authorization|Bearer canary-key",
            "ANTHROPIC_API_KEY|/anthropic/v1/models|limit=1|x-api-key|canary-key",
            "STRIPE_SECRET_KEY|/stripe/v1/balance|null|authorization|Bearer canary-key",
            "SENDGRID_API_KEY|/sendgrid/v3/scopes|null|authorization|Bearer canary-key",
            "MAILGUN_API_KEY|/mailgun/v3/domains|limit=1|authorization|Basic YXBpOmNhbmFyeS1rZXk="})
    void eachIsAskedItsCheapestQuestionWithTheValueWhereItBelongs(String variable, String path, String query, String header, String value) {
        providers.answer(200, "{\"data\":[]}");

        verify(user.register(variable, "canary-key")).body("status", equalTo("valid")).body(not(containsString("canary")));

        assertThat(providers.seen()).singleElement().satisfies(seen -> {
            assertThat(seen.method()).isEqualTo("GET");
            assertThat(seen.path()).isEqualTo(path);
            assertThat(String.valueOf(seen.query())).isEqualTo(query);
            assertThat(seen.header(header)).isEqualTo(value);
            assertThat(seen.header("user-agent")).isEqualTo("maestro-secrets");
        });
    }

    @Test
    void whatGitHubSaysOfATokenIsPassedOn() {
        providers.answer(200, "{\"login\":\"octocat\",\"id\":1}",
                Map.of("X-OAuth-Scopes", "repo, read:org", "github-authentication-token-expiration", "2099-01-02 03:04:05 UTC"));

        verify(user.register("GITHUB_TOKEN", "canary-key")).body("status", equalTo("valid")).body("account", equalTo("octocat"))
                .body("scopes", equalTo(List.of("repo", "read:org"))).body("expiresAt", equalTo("2099-01-02T03:04:05Z"));
    }

    @Test
    void aFineGrainedTokenHasNoScopesAndNamesItsEndInAnotherForm() {
        providers.answer(200, "{\"login\":\"octocat\"}", Map.of("github-authentication-token-expiration", "2099-01-02 03:04:05 +0200"));

        verify(user.register("GITHUB_TOKEN", "canary-key")).body("scopes", nullValue()).body("expiresAt", equalTo("2099-01-02T01:04:05Z"));
    }

    @Test
    void whatGitLabSaysOfATokenIsPassedOn() {
        providers.answer(200, "{\"id\":7,\"name\":\"agent\",\"revoked\":false,\"scopes\":[\"read_api\"],\"expires_at\":\"2099-01-02\"}");

        verify(user.register("GITLAB_TOKEN", "canary-key")).body("account", equalTo("agent")).body("scopes", equalTo(List.of("read_api")))
                .body("expiresAt", equalTo("2099-01-02T00:00:00Z"));
    }

    @Test
    void anEndThatHasPassedIsExpired() {
        providers.answer(200, "{\"name\":\"agent\",\"expires_at\":\"2020-01-02\"}");

        verify(user.register("GITLAB_TOKEN", "canary-key")).body("status", equalTo("expired"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
            "GITHUB_TOKEN|401|{\"message\":\"Bad credentials canary\"}|invalid",
            "GITHUB_TOKEN|403|{\"message\":\"Resource not accessible by integration\"}|valid",
            "GITHUB_TOKEN|403|{\"message\":\"API rate limit exceeded\"}|unreachable",
            "GITHUB_TOKEN|429|{}|unreachable", "GITHUB_TOKEN|500|{}|unreachable", "GITHUB_TOKEN|404|{}|unreachable",
            "GITHUB_TOKEN|302|{}|unreachable", "GITHUB_TOKEN|200|canary: no JSON|unreachable", "GITHUB_TOKEN|200|[1]|unreachable",
            "GITHUB_TOKEN|204||unreachable", "GITHUB_TOKEN|200|{\"login\":{\"a\":1}}|valid", "GITHUB_TOKEN|200|{\"login\":null}|valid",
            "GITLAB_TOKEN|401|{\"error\":\"invalid_token\",\"error_description\":\"Token is expired. You can ...\"}|expired",
            "GITLAB_TOKEN|401|{\"message\":\"401 Unauthorized\"}|invalid",
            "GITLAB_TOKEN|403|{\"error\":\"insufficient_scope\",\"scope\":\"api\"}|valid",
            "OPENAI_API_KEY|401|{\"error\":{\"code\":\"invalid_api_key\"}}|invalid",
            "OPENAI_API_KEY|403|{\"error\":{\"message\":\"You have insufficient permissions for this operation. Missing scopes: api.model.read\"}}|valid",
            "OPENAI_API_KEY|403|{\"error\":{\"code\":\"unsupported_country_region_territory\"}}|unreachable",
            "ANTHROPIC_API_KEY|401|{\"type\":\"error\",\"error\":{\"type\":\"authentication_error\"}}|invalid",
            "ANTHROPIC_API_KEY|529|{\"type\":\"error\",\"error\":{\"type\":\"overloaded_error\"}}|unreachable",
            "STRIPE_SECRET_KEY|401|{\"error\":{\"type\":\"invalid_request_error\"}}|invalid",
            "STRIPE_SECRET_KEY|401|{\"error\":{\"code\":\"api_key_expired\"}}|expired",
            "STRIPE_SECRET_KEY|403|{\"error\":{\"message\":\"The provided key does not have the required permissions for this endpoint\"}}|valid",
            "SENDGRID_API_KEY|401|{\"errors\":[{\"message\":\"authorization required\"}]}|invalid",
            "MAILGUN_API_KEY|401|Forbidden|invalid"})
    void anAnswerComesToOneWord(String variable, int status, String body, String word) {
        providers.answer(status, body == null ? "" : body, status == 302 ? Map.of("Location", "/elsewhere") : Map.of());

        verify(user.register(variable, "canary-key")).body("status", equalTo(word)).body("detail", not(containsString("canary")));
        assertThat(providers.seen()).hasSize(1);
    }

    @Test
    void aProviderThatDoesNotAnswerIsUnreachable() {
        providers.answer(exchange -> {});

        verify(user.register("GITHUB_TOKEN", "canary-key")).body("status", equalTo("unreachable"))
                .body("detail", containsString("did not answer in time"));
    }

    @Test
    void aProviderThatNeverStopsTalkingIsUnreachable() {
        providers.answer(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (var body = exchange.getResponseBody()) {
                while (true)
                    body.write(new byte[4096]);
            }
        });

        verify(user.register("GITHUB_TOKEN", "canary-key")).body("status", equalTo("unreachable"));
    }

    @Test
    void aProviderThatHangsUpOrIsNotThereIsUnreachable() {
        providers.answer(com.sun.net.httpserver.HttpExchange::close);
        verify(user.register("GITHUB_TOKEN", "canary-key")).body("status", equalTo("unreachable"));
        providers.close();

        verify(user.register("OPENAI_API_KEY", "canary-key")).body("status", equalTo("unreachable"));
        providers = PlayedProviders.listen();
    }

    @ParameterizedTest
    @CsvSource({"'canary\r\nX-Smuggled: 1'", "'canary\n'", "canary-\u00e4", "' canary'"})
    void aValueThatNoHeaderCarriesIsInvalidAndNotSent(String value) {
        verify(user.register("GITHUB_TOKEN", value)).body("status", equalTo("invalid"));
        assertThat(providers.seen()).isEmpty();
    }

    @Test
    void aValueLongerThanAnyKeyIsNotSent() {
        verify(user.register("OPENAI_API_KEY", "c".repeat(65_536))).body("status", equalTo("invalid"));
        assertThat(providers.seen()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN", "AZURE_CLIENT_SECRET"})
    void noPartOfASetIsTooLongToBeAnswered(String variable) {
        providers.answer(403, "{\"Error\":{\"Code\":\"InvalidClientTokenId\"},\"error\":\"invalid_client\"}");
        Map<String, String> ids = new HashMap<>();
        for (String each : List.of("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN", "AZURE_TENANT_ID", "AZURE_CLIENT_ID",
                "AZURE_CLIENT_SECRET"))
            ids.put(each, user.register(each, each.equals(variable) ? "c".repeat(65_536) : "canary"));

        verify(ids.get(variable.startsWith("AWS") ? "AWS_ACCESS_KEY_ID" : variable)).body("status", not(equalTo("valid")));
    }

    @Test
    void aSetIsTriedAtItsOwnServerAndTheGuardJudgesThat() {
        String token = user.register(Map.of("name", "GITLAB_TOKEN", "value", "canary-key", "account", "OWN"));
        providers.answer(200, "{\"name\":\"agent\"}");
        for (String inside : List.of("https://10.0.0.1", "https://[::1]", "https://169.254.169.254", "http://example.com",
                "file:///etc/passwd",
                "https://user@example.com", "nonsense", "https://example.com/?a=b")) {
            user.post("/v1/secrets/import?account=OWN&overwrite=true", Map.of("GITLAB_URL", inside)).statusCode(200);
            verify(token).body("status", equalTo("unreachable"));
            letTheNextOneThrough(token);
        }
        assertThat(providers.seen()).isEmpty();

        user.post("/v1/secrets/import?account=OWN&overwrite=true",
                Map.of("GITLAB_URL", "http://127.0.0.1:" + PlayedProviders.port() + "/own/")).statusCode(200);
        verify(token).body("status", equalTo("valid"));
        assertThat(providers.seen().getFirst().path()).isEqualTo("/own/api/v4/personal_access_tokens/self");
    }

    @Test
    void aKeyUnderANameOfOnesOwnIsVerifiedToo() {
        providers.answer(200, "{\"login\":\"octocat\"}");

        verify(user.register(Map.of("name", "GITHUB_WORK", "value", "canary-key", "integration", "github"))).body("status",
                equalTo("valid"));
    }

    @Test
    void awsIsAskedWithASignatureMadeOfTheWholeSet() throws GeneralSecurityException {
        user.post("/v1/secret-sets", Map.of("integration", "aws", "account", "DEV", "values",
                Map.of("AWS_ACCESS_KEY_ID", "AKIAIOSFODNN7EXAMPLE", "AWS_SECRET_ACCESS_KEY", "canary/secret+key", "AWS_SESSION_TOKEN",
                        "canary-session")))
                .statusCode(201);
        String id = user.get("/v1/secrets?query=AWS_SECRET").extract().path("items[0].id");
        providers.answer(200, CALLER);

        verify(id).body("status", equalTo("valid")).body("account", equalTo("arn:aws:iam::123456789012:user/agent"));

        var seen = providers.seen().getFirst();
        assertThat(seen.path() + "?" + seen.query()).isEqualTo("/aws/?Action=GetCallerIdentity&Version=2011-06-15");
        assertThat(seen.header("x-amz-security-token")).isEqualTo("canary-session");
        assertThat(seen.header("authorization")).isEqualTo(SigV4.authorization(seen, "AKIAIOSFODNN7EXAMPLE", "canary/secret+key"));
    }

    @ParameterizedTest
    @CsvSource({"403,InvalidClientTokenId,invalid", "403,SignatureDoesNotMatch,invalid", "403,ExpiredToken,expired",
            "400,Throttling,unreachable", "503,ServiceUnavailable,unreachable", "403,SomethingNew,unreachable"})
    void whatAwsRefusesIsToldApart(int status, String code, String word) {
        providers.answer(status, "{\"Error\":{\"Code\":\"" + code + "\",\"Message\":\"canary\",\"Type\":\"Sender\"},\"RequestId\":\"r\"}");
        String id = user.register("AWS_ACCESS_KEY_ID", "AKIAIOSFODNN7EXAMPLE");
        user.register("AWS_SECRET_ACCESS_KEY", "canary-secret");

        verify(id).body("status", equalTo(word)).body(not(containsString("canary")));
    }

    @Test
    void halfASetIsNotSent() {
        user.register(Map.of("name", "AWS_SECRET_ACCESS_KEY", "value", "canary-secret", "account", "ANOTHER"));
        user.register(Map.of("name", "AWS_SECRET_ACCESS_KEY", "value", "canary-secret", "environment", "staging"));

        verify(user.register("AWS_ACCESS_KEY_ID", "AKIAIOSFODNN7EXAMPLE")).body("status", equalTo("unsupported"))
                .body("detail", containsString("more of the set"));
        verify(user.register("AWS_REGION", "eu-central-1")).body("status", equalTo("unsupported"));
        assertThat(providers.seen()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {"200|{\"access_token\":\"canary-issued\",\"token_type\":\"Bearer\"}|valid",
            "401|{\"error\":\"invalid_client\",\"error_description\":\"AADSTS7000215: Invalid client secret provided.\"}|invalid",
            "401|{\"error\":\"invalid_client\",\"error_description\":\"AADSTS7000222: The provided client secret keys are expired.\"}|expired",
            "400|{\"error\":\"unauthorized_client\",\"error_description\":\"AADSTS700016\"}|invalid",
            "400|{\"error\":\"temporarily_unavailable\"}|unreachable", "200|{}|unreachable", "500|canary|unreachable"})
    void azureIsAskedForATokenThatIsThrownAway(int status, String body, String word) {
        providers.answer(status, body);
        String id = azure("72f988bf-86f1-41af-91ab-2d7cd011db47");

        verify(id).body("status", equalTo(word)).body(not(containsString("canary")));

        var seen = providers.seen().getFirst();
        assertThat(seen.method() + " " + seen.path()).isEqualTo("POST /azure/72f988bf-86f1-41af-91ab-2d7cd011db47/oauth2/v2.0/token");
        assertThat(seen.body()).contains("grant_type=client_credentials", "client_secret=canary%7Esecret%26", "client_id=client",
                "scope=https%3A%2F%2Fmanagement.azure.com%2F.default");
    }

    @ParameterizedTest
    @CsvSource({"../../internal", "a/b", "a?b", "a..b", "-a", "' '", "a%2fb"})
    void aTenantThatIsNoneLeadsNowhereElse(String tenant) {
        verify(azure(tenant)).body("status", equalTo("invalid"));
        assertThat(providers.seen()).isEmpty();
    }

    @Test
    void googleIsAskedWithAnAssertionOfTheAccountsKey() throws GeneralSecurityException, InvalidJwtException {
        KeyPair keys = rsa();
        providers.answer(200, "{\"access_token\":\"canary-issued\",\"expires_in\":3599}");

        verify(user.register("GOOGLE_APPLICATION_CREDENTIALS", serviceAccount(keys))).body("status", equalTo("valid"))
                .body("account", equalTo("agent@acme.iam.gserviceaccount.com")).body(not(containsString("canary")));

        var seen = providers.seen().getFirst();
        assertThat(seen.path()).isEqualTo("/google-cloud/token");
        assertThat(seen.body()).startsWith("grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Ajwt-bearer&assertion=");
        var claims = new JwtConsumerBuilder().setVerificationKey(keys.getPublic()).setRequireExpirationTime()
                .setAllowedClockSkewInSeconds(5)
                .setExpectedIssuer("agent@acme.iam.gserviceaccount.com")
                .setExpectedAudience("http://127.0.0.1:" + PlayedProviders.port() + "/google-cloud/token").build()
                .processToClaims(seen.body().substring(seen.body().indexOf("assertion=") + "assertion=".length()));
        assertThat(claims.getClaimValueAsString("scope")).isEqualTo("https://www.googleapis.com/auth/userinfo.email");
    }

    @Test
    void anAccountWhoseKeyGoogleDoesNotKnowIsInvalid() throws GeneralSecurityException {
        providers.answer(400, "{\"error\":\"invalid_grant\",\"error_description\":\"Invalid JWT Signature. canary\"}");

        verify(user.register("GOOGLE_APPLICATION_CREDENTIALS", serviceAccount(rsa()))).body("status", equalTo("invalid"))
                .body("detail", not(containsString("canary")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {"canary", "{\"client_email\":\"a@b\"}", "[]", "{\"client_email\":5}",
            "{\"client_email\":\"a@b\",\"private_key\":\"-----BEGIN PRIVATE KEY-----\\ncanary\\n-----END PRIVATE KEY-----\"}"})
    void aFileThatIsNoServiceAccountIsInvalidAndNotSent(String content) {
        verify(user.register("GOOGLE_APPLICATION_CREDENTIALS", content)).body("status", equalTo("invalid"));
        assertThat(providers.seen()).isEmpty();
    }

    @Test
    void whatNobodyCanTryIsUnsupported() {
        for (String id : List.of(user.register("SOMETHING", "canary"), user.register("MONGODB_URI", "mongodb+srv://canary:c@h/db"),
                user.register(Map.of("name", "CUSTOM_ONE", "value", "canary", "integration", "custom")),
                user.register("STRIPE_PUBLISHABLE_KEY", "pk_test_canary")))
            verify(id).body("status", equalTo("unsupported")).body("checkedAt",
                    startsWith(Instant.now().truncatedTo(ChronoUnit.DAYS).toString()
                            .substring(0, 10)));
    }

    private ValidatableResponse verify(String id) {
        return user.request().post("/v1/secrets/" + id + "/verify").then().statusCode(200);
    }

    /** As if it had been verified long ago. */
    private static void letTheNextOneThrough(String id) {
        new ai.igent.maestro.test.Database().execute(
                "update secret_verification set attempted_at = attempted_at - interval '1 hour' where secret = ?",
                id);
    }

    private String azure(String tenant) {
        var set = Map.of("AZURE_TENANT_ID", tenant, "AZURE_CLIENT_ID", "client", "AZURE_CLIENT_SECRET", "canary~secret&");
        user.post("/v1/secret-sets", new HashMap<>(Map.of("integration", "azure", "account", "A" + ++users, "values", set)))
                .statusCode(201);
        return user.get("/v1/secrets?query=AZURE_CLIENT_SECRET").extract().path("items[0].id");
    }

    private static KeyPair rsa() throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        return generator.generateKeyPair();
    }

    private static String serviceAccount(KeyPair keys) {
        String key = Base64.getMimeEncoder(64, new byte[]{'\n'}).encodeToString(keys.getPrivate().getEncoded());
        String pem = ("-----BEGIN PRIVATE KEY-----\n" + key + "\n-----END PRIVATE KEY-----\n").replace("\n", "\\n");
        return "{\"type\":\"service_account\",\"client_email\":\"agent@acme.iam.gserviceaccount.com\",\"private_key_id\":\"k1\",\"private_key\":\""
                + pem + "\",\"token_uri\":\"https://attacker.example/token\"}";
    }
}
