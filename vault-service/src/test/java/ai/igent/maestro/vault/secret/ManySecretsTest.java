package ai.igent.maestro.vault.secret;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import ai.igent.maestro.test.Database;
import ai.igent.maestro.test.TestTokens;
import ai.igent.maestro.vault.VaultApi;
import ai.igent.maestro.vault.VaultTest;
import ai.igent.maestro.vault.release.TestGrant;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two hundred thousand secrets, a quarter of them of one owner: whatever is asked, no statement walks over everybody's. Plans are asserted, not times;
 * they are those of any parameters, as the database makes them for prepared statements.
 */
@VaultTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ManySecretsTest {
    private static final String BIG = "scale-0";
    private static final Pattern WALK = Pattern
            .compile("Seq Scan on (secret|secret_version|data_key)\\b|using secret_pkey on secret\\b(?!.*\\n *Index Cond)");

    private final VaultApi big = VaultApi.as(BIG);
    private final VaultApi member = VaultApi.with(
            TestTokens.person("scale-1").with("organizations", Map.of("scale-2", "admin", "scale-3", "member")).text());

    @Inject
    Database database;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @ConfigProperty(name = "quarkus.datasource.username")
    String username;

    @ConfigProperty(name = "quarkus.datasource.password")
    String password;

    @BeforeAll
    void fill() {
        database.execute("""
                insert into data_key (id, owner, key_version, ciphertext, created_at)
                select gen_random_uuid(), case when i in (2, 3) then 'organization:' else 'user:' end || 'scale-' || i, 1, 'none', now()
                from generate_series(0, 1000) i""");
        database.execute(
                """
                        insert into secret (id, owner, name, variable, kind, description, tags, version, epoch, sequence, status, leaked_version, findings, data_key,
                            mac, value_changed_at, created_at, updated_at)
                        select 'sec_' || lpad(to_hex(i), 32, '0'), k.owner, 'NAME_' || i, 'VARIABLE_' || i, 'env', '', '{}', 1, 1, 1, 'active', 0, '{}', k.id,
                            decode(repeat('00', 32), 'hex'), now(), now(), now()
                        from generate_series(1, 200000) i
                        join data_key k on substring(k.owner from 'scale-(.*)') = (case when i % 4 = 0 then 0 else i % 1001 end)::text""");
        database.execute("""
                insert into secret_version (secret, number, data_key, sealed, digest, created_by, created_at)
                select id, 1, data_key, 'x', 'x', 'user:x', now() from secret where owner like '%:scale-%'""");
        for (String table : List.of("data_key", "secret", "secret_version"))
            database.execute("vacuum analyze " + table);
    }

    @AfterAll
    void empty() {
        database.execute("delete from secret_version where secret in (select id from secret where owner like '%:scale-%')");
        database.execute("delete from secret where owner like '%:scale-%'");
        database.execute("delete from data_key where owner like '%:scale-%'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=1", "limit=200", "query=nothing", "tag=x", "environment=production", "integration=aws", "account=WORK",
            "kind=file",
            "status=deleted", "status=expired", "status=compromised", "status=active", "query=NAME&environment=staging&tag=x"})
    void everyListKeepsToItsOwners(String filter) {
        assertBounded(() -> big.get("/v1/secrets?" + filter).statusCode(200));
        assertBounded(() -> member.get("/v1/secrets?" + filter).statusCode(200));
    }

    @Test
    void aPartOfATextIsLookedUpAndNotReadFor() {
        List<String> search = statements(() -> big.get("/v1/secrets?query=name").statusCode(200));

        assertThat(search).isNotEmpty().allSatisfy(
                sql -> assertThat(explain("explain " + searching(sql, "%name_199996%"))).contains("Index Scan on secret_words"));
    }

    /** The statement for these parameters, as they are when nothing about it is kept. */
    private static String searching(String sql, String pattern) {
        return sql.replace("$1", "'{user:" + BIG + "}'").replace("$2", "51").replace("$3", "'" + pattern + "'");
    }

    /** An owner with few secrets beside one with many: from the end of everybody's to the first of theirs it is a long walk. */
    @Test
    void everyListKeepsToItsOwnersWhenThereAreOnlyTwo() {
        database.execute("alter table secret alter column owner set (n_distinct = 2)");
        database.execute("analyze secret");
        try {
            assertBounded(() -> big.get("/v1/secrets?limit=100").statusCode(200));
            assertBounded(() -> member.get("/v1/secrets?limit=100").statusCode(200));
            everyPageIsAsBounded();
        } finally {
            database.execute("alter table secret alter column owner reset (n_distinct)");
            database.execute("analyze secret");
        }
    }

    @Test
    void everyPageIsAsBounded() {
        String next = member.get("/v1/secrets?limit=100").statusCode(200).extract().path("next");

        assertBounded(() -> member.get("/v1/secrets?limit=100&cursor=" + next).statusCode(200));
    }

    @Test
    void aWholeLifeOfASecretIsBounded() {
        var user = VaultApi.as("scale-life");
        assertBounded(() -> {
            String id = user.request().header("Idempotency-Key", "scale").body(Map.of("name", "A", "value", "canary-scale"))
                    .post("/v1/secrets")
                    .then().statusCode(201).extract().path("id");
            String path = "/v1/secrets/" + id;
            user.changeValue(id, "canary-scale-2");
            user.patch(path, Map.of("environment", "staging")).statusCode(200);
            user.get(path + "/versions").statusCode(200);
            user.request().post(path + "/versions/1/restore").then().statusCode(200);
            user.request().post(path + "/reveal").then().statusCode(200);
            user.request().post(path + "/report-leak").then().statusCode(200);
            user.request().contentType("text/x-dotenv").body("A=canary-scale-4\nB=canary-scale-5").post("/v1/secrets/import?overwrite=true")
                    .then()
                    .statusCode(200);
            user.delete(path).statusCode(204);
            user.request().post(path + "/undelete").then().statusCode(200);
            user.delete(path + "?purge=true").statusCode(204);
        });
    }

    @Test
    void whatOtherServicesAskIsBounded() {
        String id = VaultApi.as("scale-asked").register("ASKED", "canary-asked");
        var session = VaultApi.with(TestTokens.service("session-service"));
        assertBounded(() -> {
            session.post("/internal/v1/describe", Map.of("ids", List.of(id))).statusCode(200);
            session.post("/internal/v1/describe", Map.of("owners", List.of(Map.of("kind", "user", "id", "scale-asked")))).statusCode(200);
        });
    }

    @Test
    void aPageOfWhatCouldBeActivatedReadsNoMoreThanItself() {
        var session = VaultApi.with(TestTokens.service("session-service"));
        var owners = List.of(Map.of("kind", "user", "id", BIG), Map.of("kind", "organization", "id", "scale-2"));
        List<String> pages = statements(() -> {
            session.post("/internal/v1/describe/page", Map.of("owners", owners, "limit", 51)).statusCode(200);
            session.post("/internal/v1/describe/page", Map.of("owners", owners, "limit", 51, "filter", Map.of("query", "NAME_1"),
                    "after", Map.of("name", "NAME_5", "id", "sec_" + "0".repeat(32)))).statusCode(200);
        }).stream().filter(sql -> sql.contains("lateral")).toList();

        assertThat(pages).hasSize(2)
                .allSatisfy(sql -> assertThat(plan(sql)).contains("Index Scan using secret_owner_name").doesNotContainPattern(WALK));
    }

    @Test
    void oneSecretIsReadByOneStatement() {
        String id = VaultApi.as("scale-one").register("ONE", "canary-one");
        var reader = VaultApi.as("scale-one");

        assertThat(statements(() -> reader.get("/v1/secrets/" + id).statusCode(200))).hasSize(1);
    }

    @Test
    void aPageOfSecretsIsReadByOneStatement() {
        assertThat(statements(() -> member.get("/v1/secrets?limit=100").statusCode(200))).hasSize(1);
    }

    @Test
    void whatIsOpenedIsReadByOneBoundedStatement() {
        var user = VaultApi.as("scale-opened");
        String token = user.register(Map.of("name", "GITLAB_TOKEN", "value", "canary-opened", "integration", "gitlab"));
        String other = user.register("OTHER", "canary-other");
        Runnable resolve = () -> resolve(TestGrant.forSessionOf("scale-opened").with(other));

        assertBounded(() -> resolve(TestGrant.forSessionOf("scale-opened").with(token).with(other)));
        assertThat(statements(resolve)).filteredOn(sql -> sql.contains("from secret ")).hasSize(1);
    }

    private static void resolve(TestGrant grant) {
        VaultApi.with(TestTokens.service("sandbox-injector")).post("/internal/v1/resolve", Map.of("grant", grant.text())).statusCode(200);
    }

    private void assertBounded(Runnable calls) {
        List<String> statements = statements(calls);
        assertThat(statements).isNotEmpty();
        assertThat(statements).allSatisfy(sql -> assertThat(plan(sql)).as(sql).doesNotContainPattern(WALK));
    }

    /** The statements about secrets and their keys that the calls made the service send. */
    private static List<String> statements(Runnable calls) {
        try (var log = StatementLog.open()) {
            calls.run();
            return log.about("secret", "secret_version", "data_key");
        }
    }

    private String plan(String sql) {
        return explain("explain (generic_plan) " + sql);
    }

    private String explain(String sql) {
        try (Connection connection = DriverManager.getConnection(url + "?preferQueryMode=simple", username, password);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var plan = new ArrayList<String>();
            while (rows.next())
                plan.add(rows.getString(1));
            return String.join("\n", plan);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
