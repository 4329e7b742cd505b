package ai.igent.maestro.vault.secret;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import ai.igent.maestro.vault.VaultApi;
import ai.igent.maestro.vault.VaultTest;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.not;

/** What does not look right is taken, and said. */
@VaultTest
class FindingsTest {
    private static final String LIVE = "sk_live_" + "canary0".repeat(4);
    private static int names;

    private final VaultApi user = VaultApi.as("finder");

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
            "DATABASE_URL|postgresql://u:canary@db.example.com:5432/app|",
            "DATABASE_URL|postgresql://u:canary@db.example.com:5432|no-database",
            "DATABASE_URL|postgresql://u:canary@db.example.com:5432/?sslmode=require|no-database",
            "MYSQL_URL|mysql://u:canary@db.example.com/|no-database",
            "MONGODB_URI|mongodb+srv://u:canary@cluster.example.com|no-database",
            "DATABASE_URL|canary|format",
            "GITHUB_TOKEN|ghp_canarycanarycanarycanarycanarycanary1|classic-token",
            "GITHUB_TOKEN|github_pat_11CANARY0canarycanarycanarycanarycanary|",
            "GOOGLE_APPLICATION_CREDENTIALS|{\"type\":\"service_account\",\"client_email\":\"a@b\",\"private_key\":\"canary\"}|",
            "GOOGLE_APPLICATION_CREDENTIALS|{\"type\":\"service_account\",\"client_email\":\"a@b\"}|unreadable-json",
            "GOOGLE_APPLICATION_CREDENTIALS|{\"type\": canary|unreadable-json",
            "ANYTHING_ELSE|canary|"})
    void aValueIsTakenAndWhatIsOddAboutItIsSaid(String variable, String value, String code) {
        var answer = user.post("/v1/secrets", named(variable, value)).statusCode(201).body(not(containsString("canary")));

        if (code == null) answer.body("warnings", empty());
        else
            answer.body("warnings.code", contains(code));
    }

    @Test
    void aLineEndAfterASingleLineIsOdd() {
        user.post("/v1/secrets", named("ANYTHING_ELSE", "canary\n")).statusCode(201).body("warnings.code", contains("trailing-newline"));
        user.post("/v1/secrets", named("ANYTHING_ELSE", "-----BEGIN\ncanary\n-----END\n")).statusCode(201).body("warnings", empty());
    }

    @Test
    void aLiveKeyIsOddOnlyWhereItIsLabelledForSomethingElseThanProduction() {
        var body = named("STRIPE_SECRET_KEY", LIVE);
        body.put("environment", "development");
        String path = "/v1/secrets/" + user.register(body);
        user.get(path).body("warnings.code", contains("live-key"));

        user.patch(path, Map.of("environment", "production")).statusCode(200).body("warnings", empty());
        user.patch(path, Map.of("environment", "staging")).statusCode(200).body("warnings.code", contains("live-key"));
    }

    @Test
    void anotherVariableOrValueIsLookedAtAnew() {
        String path = "/v1/secrets/" + user.register(named("SOMETHING", "canary"));
        user.patch(path, Map.of("integration", "postgresql", "variable", "DATABASE_URL")).statusCode(200).body("warnings.code",
                contains("format"));

        user.put(path + "/value", Map.of("value", "postgres://u:canary@h/db")).statusCode(200).body("warnings", empty());
        user.put(path + "/value", Map.of("value", "postgres://u:canary@h")).statusCode(200).body("warnings.code", contains("no-database"));
        user.request().post(path + "/versions/2/restore").then().statusCode(200).body("warnings", empty());
    }

    @Test
    void aValueThatIsAboutToExpireIsSaidBesideTheRest() {
        var body = named("DATABASE_URL", "canary");
        body.put("expiresAt", Instant.now().plusSeconds(86_400).toString());

        user.post("/v1/secrets", body).statusCode(201).body("warnings.code", contains("format", "expires-soon"));
    }

    private static Map<String, Object> named(String variable, String value) {
        return new HashMap<>(Map.of("name", "FOUND_" + ++names, "variable", variable, "value", value));
    }
}
