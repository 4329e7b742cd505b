package ai.igent.maestro.vault.release;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.restassured.response.ValidatableResponse;

import ai.igent.maestro.test.Database;
import ai.igent.maestro.test.TestTokens;
import ai.igent.maestro.vault.VaultApi;
import ai.igent.maestro.vault.VaultTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

/** Column by column: what decides a release, or what people see and say when they agree to one, is not changed by hand. */
@VaultTest
class EveryColumnTest {
    private static final String OWNER = "column-owner";
    /** One change by hand of each column that is authenticated. */
    private static final Map<String, String> FORGERIES = Map.ofEntries(
            Map.entry("owner", "'user:somebody-else'"), Map.entry("name", "'FORGED'"), Map.entry("variable", "'FORGED'"),
            Map.entry("kind", "'file'"), Map.entry("description", "'forged'"), Map.entry("tags", "array['forged']"),
            Map.entry("environment", "'staging'"), Map.entry("integration", "'gitlab'"), Map.entry("account", "'FORGED'"),
            Map.entry("expires_at", "null"), Map.entry("rotate_every", "null"), Map.entry("version", "1"), Map.entry("epoch", "2"),
            Map.entry("status", "'compromised'"), Map.entry("findings", "'{}'"), Map.entry("leaked_version", "1"),
            Map.entry("value_changed_at", "value_changed_at + interval '1 second'"),
            Map.entry("data_key", "(select id from data_key where owner = 'user:column-helper' limit 1)"),
            Map.entry("mac", "set_byte(mac, 31, get_byte(mac, 31) # 1)"));
    /** When it was made and last changed, how often, and when to tell that a new value is due: nothing is released or agreed to by them. */
    private static final Set<String> NOT_SEALED = Set.of("created_at", "updated_at", "sequence", "rotation_tell_at");
    /** The first is what the versions refer to; the second has a test of its own. */
    private static final Set<String> NOT_ALONE = Set.of("id", "deleted_at");
    private static int names;

    private final VaultApi user = VaultApi.as(OWNER);

    @Inject
    Database database;

    @Test
    void noColumnIsForgotten() {
        var known = new HashSet<>(FORGERIES.keySet());
        known.addAll(NOT_SEALED);
        known.addAll(NOT_ALONE);

        assertThat(known).containsExactlyInAnyOrderElementsOf(
                database.column("select column_name::text from information_schema.columns where table_name = 'secret'"));
    }

    @ParameterizedTest
    @MethodSource("sealed")
    void whatIsSealedIsNotReleasedOnceItWasChanged(String column) {
        VaultApi.as("column-helper").register("HELPER_" + ++names, "canary-helper");
        String id = secret();
        change("update secret set " + column + " = " + FORGERIES.get(column) + " where id = ?", id);

        assertNotReleased(id);
        user.request().post("/v1/secrets/" + id + "/reveal").then().statusCode(column.equals("owner") ? 404 : 409);
    }

    @ParameterizedTest
    @MethodSource("notSealed")
    void whatIsNotSealedDecidesNothing(String column) {
        String id = secret();
        change("update secret set " + column + " = " + unsealed(column) + " where id = ?", id);

        resolve(id).body("values.id", contains(id));
    }

    @Test
    void aFieldThatIsNotThereIsNotAnEmptyOne() {
        String id = user.register("PLAIN_" + ++names, "canary-plain");
        change("update secret set integration = '' where id = ?", id);

        assertNotReleased(id);
    }

    @Test
    void tagsAreNotRunTogether() {
        String id = user.register(Map.of("name", "TAGGED_" + ++names, "value", "canary", "tags", new String[]{"ab", "c"}));
        change("update secret set tags = array['a', 'bc'] where id = ?", id);

        assertNotReleased(id);
    }

    @Test
    void twoAccountsWhoseLabelsWereSwapped() {
        String dev = awsKey("AWS_DEV", "development");
        String prod = awsKey("AWS_PROD", "production");
        change("update secret set account = 'SWAPPED' where id = ?", dev);
        change("update secret set (account, environment) = ('AWS_DEV', 'development') where id = ?", prod);
        change("update secret set (account, environment) = ('AWS_PROD', 'production') where id = ?", dev);

        assertNotReleased(dev);
        assertNotReleased(prod);
    }

    @Test
    void theTimeToUndeleteIsNotProlonged() {
        String id = secret();
        user.delete("/v1/secrets/" + id).statusCode(204);
        change("update secret set deleted_at = deleted_at + interval '1 day' where id = ?", id);

        user.request().post("/v1/secrets/" + id + "/undelete").then().statusCode(409).body("code", equalTo("secret-tampered"));
    }

    static Stream<String> sealed() {
        return FORGERIES.keySet().stream().sorted();
    }

    static Stream<String> notSealed() {
        return NOT_SEALED.stream().sorted();
    }

    private static String unsealed(String column) {
        return column.equals("sequence") ? "sequence + 1" : "now() + interval '1 day'";
    }

    /** With something in each column, and a finding: it is no token of GitHub. */
    private String secret() {
        String id = user.register(Map.ofEntries(Map.entry("name", "GITHUB_TOKEN"), Map.entry("value", "canary-column-first"),
                Map.entry("description", "described"), Map.entry("tags", new String[]{"deploy"}), Map.entry("environment", "development"),
                Map.entry("integration", "github"), Map.entry("account", "A" + ++names), Map.entry("expiresAt", "2099-01-01T00:00:00Z"),
                Map.entry("rotateEvery", "P30D")));
        user.changeValue(id, "canary-column-second");
        resolve(id).body("values.id", contains(id));
        return id;
    }

    private String awsKey(String account, String environment) {
        return user.register(Map.of("name", "AWS_SECRET_ACCESS_KEY", "value", "canary-" + account, "integration", "aws", "account",
                account, "environment", environment));
    }

    private void change(String sql, Object... parameters) {
        assertThat(database.execute(sql, parameters)).isEqualTo(1);
    }

    private void assertNotReleased(String id) {
        resolve(id).body("values", empty());
    }

    private static ValidatableResponse resolve(String id) {
        return VaultApi.with(TestTokens.service("sandbox-injector"))
                .post("/internal/v1/resolve", Map.of("grant", TestGrant.forSessionOf(OWNER).with(id, "user", OWNER, 1).text()))
                .statusCode(200);
    }
}
