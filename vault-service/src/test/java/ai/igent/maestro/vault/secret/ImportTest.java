package ai.igent.maestro.vault.secret;

import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.restassured.response.ValidatableResponse;

import ai.igent.maestro.test.Database;
import ai.igent.maestro.test.SentEvents;
import ai.igent.maestro.vault.VaultApi;
import ai.igent.maestro.vault.VaultTest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

@VaultTest
class ImportTest {
    private static final String FILE = """
            # a comment
            export GITHUB_TOKEN='canary-github'

            PEM="-----BEGIN
            canary
            -----END"
            PLAIN=canary-plain # and another
            """;
    private static int names;

    private VaultApi user;

    @Inject
    Database database;

    @BeforeEach
    void givenSomebodyWithoutSecrets() {
        user = VaultApi.as("importer-" + ++names);
    }

    @Test
    void everyLineBecomesASecretOfTheIntegrationItsVariableNames() {
        dotenv("", FILE).statusCode(200).body("dryRun", equalTo(false)).body("items.line", contains(2, 4, 7))
                .body("items.name", contains("GITHUB_TOKEN", "PEM", "PLAIN")).body("items.outcome", everyItem(equalTo("created")))
                .body("items.id", everyItem(notNullValue())).body(not(containsString("canary")));

        user.get("/v1/secrets?query=github").body("items.integration", contains("github")).body("items.kind", contains("env"));
        assertThat(value("PEM")).isEqualTo("-----BEGIN\ncanary\n-----END");
        assertThat(value("PLAIN")).isEqualTo("canary-plain");
    }

    @Test
    void aDryRunSaysTheSameAndStoresNothing() {
        dotenv("?dryRun=true", FILE).statusCode(200).body("dryRun", equalTo(true)).body("items.outcome", everyItem(equalTo("created")))
                .body("items.id", everyItem(nullValue()));

        assertThat(stored()).isZero();
    }

    @Test
    void whatIsThereWithTheSameValueStaysAsItIs() {
        dotenv("", FILE).statusCode(200);

        dotenv("", FILE).statusCode(200).body("items.outcome", everyItem(equalTo("unchanged")));
        assertThat(database.count("select count(*) from secret where owner = ? and version > 1", owner())).isZero();
    }

    @Test
    void anotherValueNeedsOverwriteAndIsANewVersion() {
        dotenv("", FILE).statusCode(200);
        String changed = FILE.replace("canary-plain", "canary-changed") + "\nMORE=canary-more\n";

        dotenv("", changed).statusCode(422).body("errors.field", contains("line 7")).body("errors.code", contains("secret-exists"))
                .body(not(containsString("canary")));
        assertThat(stored()).isEqualTo(3);
        dotenv("?overwrite=true", changed).statusCode(200)
                .body("items.outcome", contains("unchanged", "unchanged", "new-version", "created"));
        assertThat(value("PLAIN")).isEqualTo("canary-changed");
    }

    @Test
    void oneRefusedLineStopsAllAndIsNamed() {
        String file = "GOOD=canary-good\nnonsense canary\nEMPTY=\nPATH=canary\nGOOD=canary-again\n9=canary\nWITH.DOT=canary\n";

        dotenv("", file).statusCode(422).body("errors.field", contains("line 2", "line 3", "line 4", "line 5", "line 6", "line 7"))
                .body("errors.code", contains("unreadable", "invalid-value", "invalid-name", "duplicate", "invalid-name", "invalid-name"))
                .body(not(containsString("canary")));
        dotenv("?dryRun=true", file).statusCode(200).body("items.outcome", hasItem("created"))
                .body("items.find { it.line == 4 }.code", equalTo("invalid-name")).body(not(containsString("canary")));
        assertThat(stored()).isZero();
    }

    @Test
    void environmentAndAccountHoldForEveryLine() {
        dotenv("?environment=staging&account=WORK", "A=canary-a").statusCode(200);
        dotenv("?environment=production&account=WORK", "A=canary-b").statusCode(200).body("items.outcome", contains("created"));

        user.get("/v1/secrets?environment=staging").body("items.account", contains("WORK"));
    }

    @Test
    void jsonIsReadToo() {
        user.post("/v1/secrets/import", Map.of("JSON_NAME", "canary-json")).statusCode(200).body("items.outcome", contains("created"))
                .body("items.line", contains(1));
        user.post("/v1/secrets/import", "{\"A\": 5}").statusCode(422).body("errors[0].field", equalTo("A"));
        user.post("/v1/secrets/import", "{\"A\": {\"value\": \"canary-x\"}}").statusCode(422).body(not(containsString("canary")));
        user.post("/v1/secrets/import", "{\"A\": null}").statusCode(422);
        user.post("/v1/secrets/import", "{\"A\": \"canary-1\", \"A\": \"canary-2\"}").statusCode(400).body(not(containsString("canary")));
        user.post("/v1/secrets/import", "{}").statusCode(422);
        user.post("/v1/secrets/import", "[\"canary\"]").statusCode(422);
        assertThat(stored()).isEqualTo(1);
    }

    @Test
    void theSameRequestTwiceImportsOnceAndAnswersTheSame() {
        var first = keyed("import-" + names, FILE).statusCode(200).extract().asString();

        assertThat(keyed("import-" + names, FILE).statusCode(200).extract().asString()).isEqualTo(first);
        keyed("import-" + names, FILE + "\nMORE=canary").statusCode(409).body("code", equalTo("idempotency-key-reused"));
    }

    @Test
    void aLeakedValueIsNotBroughtBackByAFile() {
        dotenv("", "A=canary-leaked").statusCode(200);
        String id = user.get("/v1/secrets").extract().path("items[0].id");
        user.request().post("/v1/secrets/" + id + "/report-leak").then().statusCode(200);

        dotenv("?overwrite=true", "A=canary-leaked").statusCode(422).body("errors.code", contains("value-compromised"));
        dotenv("?overwrite=true", "A=canary-new").statusCode(200).body("items.outcome", contains("new-version"));
        user.get("/v1/secrets/" + id).body("status", equalTo("active"));
    }

    @Test
    void aRowChangedByHandIsNotBuiltUpon() {
        dotenv("", "A=canary-a").statusCode(200);
        assertThat(database.execute("update secret set epoch = 9 where owner = ?", owner())).isEqualTo(1);

        dotenv("?overwrite=true", "A=canary-b").statusCode(422).body("errors.code", contains("secret-tampered"));
    }

    @Test
    void anOrganizationsSecretsAreImportedByItsAdminsAlone() {
        String file = "IMPORTED_" + names + "=canary-org";
        for (String person : new String[]{"bob", "carol"})
            dotenv(VaultApi.as(person), "?organization=acme", file).statusCode(403);
        dotenv(VaultApi.as("alice"), "?organization=acme", file).statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"?dryRun=1", "?overwrite=yes", "?environment=moon", "?account=%20"})
    void aParameterThatIsNoneIsNamed(String query) {
        dotenv(query, FILE).statusCode(422).body("errors[0].field", equalTo(query.substring(1, query.indexOf('='))));
    }

    @Test
    void whatIsTooMuchOrNoTextIsRefused() {
        dotenv("", "").statusCode(422);
        dotenv("", "# nothing\n").statusCode(422);
        dotenv("", "A=x\n".repeat(1001)).statusCode(422);
        dotenv("", "A=" + "x".repeat(600 * 1024)).statusCode(413);
        user.request().contentType("text/x-dotenv").body(new byte[]{'A', '=', (byte) 0xff}).post("/v1/secrets/import").then()
                .statusCode(422);
        user.request().contentType("text/plain").body("A=x").post("/v1/secrets/import").then().statusCode(415);
    }

    @Test
    void aWholeFileOfTheLargestSizeIsTakenAtOnce() {
        var file = new StringBuilder();
        for (int i = 0; i < 1000; i++)
            file.append("NAME_").append(i).append("=canary-").append(i).append('\n');

        dotenv("", file.toString()).statusCode(200);
        assertThat(stored()).isEqualTo(1000);
        dotenv("?overwrite=true", file.toString()).statusCode(200).body("items.outcome", everyItem(equalTo("unchanged")));
    }

    @Test
    void everySecretIsAnnounced() {
        dotenv("", FILE).statusCode(200);
        dotenv("?overwrite=true", FILE.replace("canary-plain", "canary-changed")).statusCode(200);

        var events = SentEvents.ofThisJvm().await("secrets.v1", event -> event.key().equals(owner()), 4);
        assertThat(events).extracting(event -> event.type()).containsExactly("secret.registered", "secret.registered", "secret.registered",
                "secret.value-changed");
        assertThat(events.toString()).doesNotContain("canary");
    }

    private ValidatableResponse dotenv(String query, String file) {
        return dotenv(user, query, file);
    }

    private static ValidatableResponse dotenv(VaultApi caller, String query, String file) {
        return caller.request().urlEncodingEnabled(false).contentType("text/x-dotenv").body(file.getBytes(UTF_8))
                .post("/v1/secrets/import" + query).then();
    }

    private ValidatableResponse keyed(String key, String file) {
        return user.request().header("Idempotency-Key", key).contentType("text/x-dotenv").body(file.getBytes(UTF_8))
                .post("/v1/secrets/import").then();
    }

    private String value(String name) {
        String id = database.column("select id from secret where owner = ? and name = ?", owner(), name).getFirst();
        return user.request().post("/v1/secrets/" + id + "/reveal").then().statusCode(200).extract().path("value");
    }

    private long stored() {
        return database.count("select count(*) from secret where owner = ?", owner());
    }

    private static String owner() {
        return "user:importer-" + names;
    }
}
