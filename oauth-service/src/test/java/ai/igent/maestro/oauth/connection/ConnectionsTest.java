package ai.igent.maestro.oauth.connection;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import ai.igent.maestro.oauth.OAuthApi;
import ai.igent.maestro.oauth.OAuthTest;
import ai.igent.maestro.oauth.Records;
import ai.igent.maestro.test.Database;
import ai.igent.maestro.test.TestTokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

/** Asking for connections, finding them and changing their labels. */
@OAuthTest
class ConnectionsTest {
    @Inject
    Database database;
    @Inject
    Records records;

    private final OAuthApi alice = OAuthApi.as("alice");
    private final OAuthApi bob = OAuthApi.as("bob");

    @Test
    void aConnectionStartsPendingAndTellsWhereToAuthorizeIt() {
        var answer = alice.post("/v1/connections", Map.of("provider", "acme-accounts")).statusCode(201);
        String id = answer.extract().path("connection.id");

        answer.header("Location", endsWith("/v1/connections/" + id)).header("ETag", "\"1\"")
                .body("authorizeUrl", is("https://console.test/oauth/start/" + id))
                .body("connection.provider", is("acme-accounts")).body("connection.variable", is("ACME_ACCOUNTS_TOKEN"))
                .body("connection.owner.kind", is("user")).body("connection.owner.id", is("alice"))
                .body("connection.status", is("pending")).body("connection.requestedScopes", contains("read"))
                .body("connection.grantedScopes", equalTo(List.of())).body("connection.account", nullValue())
                .body("connection.environment", nullValue()).body("connection.expiresAt", nullValue())
                .body("connection.lastError", nullValue()).body("connection.providerAccount", nullValue())
                .body("connection.createdAt", notNullValue());
        alice.get("/v1/connections/" + id).statusCode(200).body("id", is(id)).body("status", is("pending"));
    }

    @Test
    void theWishDecidesScopesAndLabels() {
        alice.post("/v1/connections", Map.of("provider", "plain", "scopes", List.of("write", "read"), "account", "ACME_WORK", "variable",
                "WORK_TOKEN", "environment", "staging")).statusCode(201)
                .body("connection.requestedScopes", contains("write", "read")).body("connection.account", is("ACME_WORK"))
                .body("connection.variable", is("WORK_TOKEN")).body("connection.environment", is("staging"));
    }

    @Test
    void theProvidersDefinitionNamesTheVariableWhenTheWishDoesNot() {
        alice.post("/v1/connections", Map.of("provider", "plain")).statusCode(201).body("connection.variable", is("PLAIN_API_KEY"));
    }

    @Test
    void askingIsOnRecord() {
        String id = alice.ask("acme-accounts");

        assertThat(records.about(id)).containsExactly("connection.requested success");
    }

    @Test
    void refusesAProviderThatIsUnknownOrHasNoClient() {
        alice.post("/v1/connections", Map.of("provider", "nobody")).statusCode(422).body("errors[0].field", is("provider"))
                .body("errors[0].code", is("unknown-provider"));
        alice.post("/v1/connections", Map.of("provider", "unregistered")).statusCode(409).body("code", is("provider-not-configured"));
    }

    @Test
    void refusesAScopeTheProviderDoesNotOffer() {
        alice.post("/v1/connections", Map.of("provider", "plain", "scopes", List.of("read", "admin"))).statusCode(422)
                .body("errors[0].field", is("scopes")).body("errors[0].code", is("unknown-scope"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"provider\":null}", "{\"provider\":7}", "{\"provider\":\"Bad Name\"}",
            "{\"provider\":\"plain\",\"variable\":\"PATH\"}", "{\"provider\":\"plain\",\"environment\":\"prod\"}",
            "{\"provider\":\"plain\",\"account\":\"two words\"}", "{\"provider\":\"plain\",\"scopes\":\"read\"}",
            "{\"provider\":\"plain\",\"scopes\":[\"\"]}", "{\"provider\":\"plain\",\"organization\":\"\"}"})
    void refusesAFieldThatIsWrong(String body) {
        alice.post("/v1/connections", body).statusCode(422).body("code", is("invalid"));
    }

    @Test
    void anOrganizationsConnectionIsSeenByMembersAndManagedByAdmins() {
        String id = alice.ask(Map.of("provider", "acme-accounts", "organization", "acme"));

        bob.get("/v1/connections/" + id).statusCode(200).body("owner.kind", is("organization")).body("owner.id", is("acme"));
        bob.patch("/v1/connections/" + id, Map.of("account", "BOB")).statusCode(403).body("code", is("organization-admin-required"));
        bob.delete("/v1/connections/" + id).statusCode(403);
        bob.post("/v1/connections/" + id + "/reauthorize", Map.of()).statusCode(403);
        OAuthApi.as("carol").get("/v1/connections/" + id).statusCode(404);
        alice.patch("/v1/connections/" + id, Map.of("account", "SHARED")).statusCode(200).body("account", is("SHARED"));
    }

    @Test
    void onlyAnAdminAsksForAConnectionOfTheOrganization() {
        bob.post("/v1/connections", Map.of("provider", "plain", "organization", "acme")).statusCode(403);
        OAuthApi.as("carol").post("/v1/connections", Map.of("provider", "plain", "organization", "acme")).statusCode(403);
    }

    @Test
    void somebodyElsesConnectionIsNotThere() {
        String id = alice.ask("plain");

        bob.get("/v1/connections/" + id).statusCode(404);
        bob.patch("/v1/connections/" + id, Map.of("account", "MINE")).statusCode(404);
        bob.delete("/v1/connections/" + id).statusCode(404);
        bob.post("/v1/connections/" + id + "/reauthorize", Map.of()).statusCode(404);
        bob.get("/oauth/start/" + id).statusCode(404);
        bob.get("/v1/connections/con_" + "0".repeat(32)).statusCode(404);
        bob.get("/v1/connections/con_1").statusCode(404);
    }

    @Test
    void listsNewestFirstInPages() {
        OAuthApi dora = OAuthApi.with(TestTokens.user("dora-" + UUID.randomUUID()));
        List<String> asked = new ArrayList<>();
        for (int i = 0; i < 5; i++)
            asked.addFirst(dora.ask("plain"));

        var first = dora.get("/v1/connections?limit=2").statusCode(200).extract();
        var second = dora.get("/v1/connections?limit=2&cursor=" + first.path("next")).statusCode(200).extract();
        var third = dora.get("/v1/connections?limit=2&cursor=" + second.path("next")).statusCode(200).extract();

        List<String> listed = new ArrayList<>();
        for (var page : List.of(first, second, third))
            listed.addAll(page.path("items.id"));
        assertThat(listed).isEqualTo(asked);
        assertThat(third.<String>path("next")).isNull();
    }

    @Test
    void aRevokedConnectionIsListedOnlyWhenAskedFor() {
        OAuthApi dora = OAuthApi.with(TestTokens.user("dora-" + UUID.randomUUID()));
        String id = dora.ask("plain");
        dora.delete("/v1/connections/" + id).statusCode(200);

        dora.get("/v1/connections").statusCode(200).body("items", equalTo(List.of()));
        dora.get("/v1/connections?status=revoked").statusCode(200).body("items.id", contains(id));
        dora.get("/v1/connections/" + id).statusCode(200).body("status", is("revoked"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=201", "cursor=%21", "status=lost"})
    void refusesAPageThatCannotBe(String query) {
        alice.get("/v1/connections?" + query).statusCode(422);
    }

    @Test
    void aPatchChangesWhatItNamesAndNothingElse() {
        String id = alice.ask(Map.of("provider", "plain", "account", "WORK", "environment", "staging"));

        alice.patch("/v1/connections/" + id, "{\"account\":null,\"variable\":\"OTHER\"}").statusCode(200).header("ETag", "\"2\"")
                .body("account", nullValue()).body("variable", is("OTHER")).body("environment", is("staging"));
        alice.patch("/v1/connections/" + id, "{\"variable\":null}").statusCode(200).body("variable", is("PLAIN_API_KEY"));
    }

    @Test
    void onlyAnotherEnvironmentRaisesTheEpoch() {
        String id = alice.ask("plain");

        alice.patch("/v1/connections/" + id, Map.of("variable", "OTHER", "account", "WORK")).statusCode(200);
        assertThat(epoch(id)).isEqualTo("1");
        alice.patch("/v1/connections/" + id, Map.of("environment", "production")).statusCode(200);
        assertThat(epoch(id)).isEqualTo("2");
        alice.patch("/v1/connections/" + id, Map.of("environment", "production")).statusCode(200);
        assertThat(epoch(id)).isEqualTo("2");
        alice.patch("/v1/connections/" + id, "{\"environment\":null}").statusCode(200);
        assertThat(epoch(id)).isEqualTo("3");
        assertThat(records.about(id)).filteredOn("connection.updated success"::equals).hasSize(4);
    }

    @Test
    void aPatchOfAnEarlierStateIsStale() {
        String id = alice.ask("plain");
        alice.patch("/v1/connections/" + id, Map.of("account", "FIRST")).statusCode(200);

        alice.request().header("If-Match", "\"1\"").body(Map.of("account", "SECOND")).patch("/v1/connections/" + id).then().statusCode(412);
        alice.request().header("If-Match", "\"2\"").body(Map.of("account", "THIRD")).patch("/v1/connections/" + id).then().statusCode(200)
                .body("account", is("THIRD"));
    }

    @Test
    void refusesToChangeARowThatWasWrittenByHand() {
        String id = alice.ask("plain");
        database.execute("update connection set environment = 'production' where id = ?", id);

        alice.patch("/v1/connections/" + id, Map.of("account", "WORK")).statusCode(409).body("code", is("seal-broken"));
    }

    @Test
    void aRevokedConnectionCannotBeChangedOrAuthorizedAgain() {
        String id = alice.ask("plain");
        alice.delete("/v1/connections/" + id).statusCode(200).body("revokedAtProvider", is(true));

        alice.patch("/v1/connections/" + id, Map.of("account", "WORK")).statusCode(409).body("code", is("connection-revoked"));
        alice.post("/v1/connections/" + id + "/reauthorize", Map.of()).statusCode(409);
        alice.get("/oauth/start/" + id).statusCode(409);
        alice.delete("/v1/connections/" + id).statusCode(200);
        assertThat(records.about(id)).containsExactly("connection.requested success", "connection.revoked success");
        assertThat(epoch(id)).isEqualTo("2");
    }

    @Test
    void reauthorizationTakesOtherScopes() {
        String id = alice.ask("plain");

        alice.post("/v1/connections/" + id + "/reauthorize", Map.of("scopes", List.of("write"))).statusCode(200)
                .body("authorizeUrl", is("https://console.test/oauth/start/" + id));
        alice.get("/v1/connections/" + id).body("requestedScopes", contains("write"));
        alice.post("/v1/connections/" + id + "/reauthorize", Map.of()).statusCode(200);
        alice.get("/v1/connections/" + id).body("requestedScopes", contains("write"));
    }

    private String epoch(String id) {
        return database.column("select epoch from connection where id = ?", id).getFirst();
    }

}
