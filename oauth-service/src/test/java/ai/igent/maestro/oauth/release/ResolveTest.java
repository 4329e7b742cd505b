package ai.igent.maestro.oauth.release;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.restassured.response.ValidatableResponse;

import ai.igent.maestro.contracts.internal.GrantItem;
import ai.igent.maestro.oauth.Browser;
import ai.igent.maestro.oauth.Grants;
import ai.igent.maestro.oauth.OAuthApi;
import ai.igent.maestro.oauth.OAuthTest;
import ai.igent.maestro.oauth.PlayedProvider;
import ai.igent.maestro.oauth.Records;
import ai.igent.maestro.test.Database;
import ai.igent.maestro.test.FixedClock;
import ai.igent.maestro.test.TestTokens;
import ai.igent.maestro.vocabulary.DeliveryMode;
import ai.igent.maestro.vocabulary.Owner;
import ai.igent.maestro.vocabulary.SecretKind;
import ai.igent.maestro.vocabulary.Source;
import ai.igent.maestro.vocabulary.VariableName;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

/** What leaves against a grant, and what does not. */
@OAuthTest
class ResolveTest {
    private static final Owner ALICE = Owner.user("alice");

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
        connection = connected();
    }

    @AfterEach
    void stopTheProvider() {
        provider.close();
    }

    @Test
    void aGrantedTokenIsReleasedAndOnRecord() {
        resolve(grants.ofAlices(connection)).statusCode(200).header("Cache-Control", "no-store").body("failed", equalTo(List.of()))
                .body("values.id", contains(connection)).body("values[0].value", is(provider.lastIssued("access").text()))
                .body("values[0].version", is(1)).body("values[0].name", is("ACME_ACCOUNTS_TOKEN"))
                .body("values[0].expiresAt", notNullValue());

        assertThat(records.about(connection)).endsWith("token.released success build");
        assertThat(releasesIn(Grants.SESSION.text())).contains(connection);
    }

    @Test
    void aGrantMayNameMuchBesides() {
        var secrets = IntStream.range(0, 300).mapToObj("sec_%032x"::formatted).map(id -> new GrantItem(id, Source.VAULT, ALICE, 1,
                new VariableName("ANY"), SecretKind.ENV, DeliveryMode.VALUE));
        var items = Stream.concat(Stream.of(Grants.item(connection, ALICE, 1)), secrets).toArray(GrantItem[]::new);

        resolve(grants.of(items)).statusCode(200).body("values.id", contains(connection));
    }

    @Test
    void theRecordIsCommittedBeforeTheTokenLeaves() {
        database.execute("alter table outbox_message rename to outbox_message_away");
        try {
            resolve(grants.ofAlices(connection)).statusCode(500);
        } finally {
            database.execute("alter table outbox_message_away rename to outbox_message");
        }
    }

    @Test
    void anExpiredGrantIsRefused() {
        String grant = grants.ofAlices(connection);
        clock.advance(Duration.ofSeconds(11));

        resolve(grant).statusCode(403).body("code", is("grant-refused"));
        assertThat(records.about(connection)).endsWith("connection.connected success");
    }

    @Test
    void aGrantOfAnotherClientIsRefused() {
        resolve(grants.sign("vault-service", "alice", null, Grants.item(connection, ALICE, 1))).statusCode(403);
    }

    @Test
    void whatIsNoGrantIsRefused() {
        resolve("no.grant.atall").statusCode(403);
        resolve(TestTokens.user("alice")).statusCode(403);
        injector.post("/internal/v1/resolve", "{\"grant\":null}").statusCode(403);
    }

    @Test
    void anEarlierConsentIsOverWhenTheEnvironmentChanged() {
        alice.patch("/v1/connections/" + connection, Map.of("environment", "production")).statusCode(200);

        assertFails(grants.ofAlices(connection), "epoch-changed");
        resolve(grants.of(Grants.item(connection, ALICE, 2))).body("values.id", contains(connection));
    }

    @Test
    void aRevokedConnectionReleasesNothing() {
        alice.delete("/v1/connections/" + connection).statusCode(200);

        assertFails(grants.ofAlices(connection), "revoked");
    }

    @Test
    void aPendingConnectionReleasesNothing() {
        connection = alice.ask("acme-accounts");

        assertFails(grants.ofAlices(connection), "pending");
    }

    @Test
    void aGrantThatNamesAnotherOwnerFindsNothing() {
        resolve(grants.of(Grants.item(connection, Owner.organization("acme"), 1))).body("failed[0].code", is("not-found"));
        resolve(grants.sign("sandbox-injector", "bob", null, Grants.item(connection, ALICE, 1))).body("failed[0].code", is("not-found"));
        resolve(grants.ofAlices("con_" + "0".repeat(32))).body("failed[0].code", is("not-found"));
    }

    @Test
    void whatOtherServicesOwnIsLeftToThem() {
        var secret = new GrantItem("sec_" + "1".repeat(32), Source.VAULT, ALICE, 1, new VariableName("AWS_REGION"), SecretKind.ENV,
                DeliveryMode.VALUE);

        resolve(grants.of(secret, Grants.item(connection, ALICE, 1))).body("values.id", contains(connection))
                .body("failed", equalTo(List.of()));
        resolve(grants.of(secret)).statusCode(200).body("values", equalTo(List.of())).body("failed", equalTo(List.of()));
    }

    @Test
    void oneDeadConnectionDoesNotHoldUpTheOthers() {
        String dead = connected();
        alice.delete("/v1/connections/" + dead).statusCode(200);

        resolve(grants.ofAlices(dead, connection)).body("values.id", contains(connection)).body("failed.id", contains(dead))
                .body("failed.code", contains("revoked"));
    }

    @Test
    void anOrganizationsTokenLeavesForASessionOfThatOrganization() {
        String shared = alice.ask(Map.of("provider", "acme-accounts", "organization", "acme"));
        Browser.of("alice").connect(shared, "acme-accounts", provider);
        var item = Grants.item(shared, Owner.organization("acme"), 1);

        resolve(grants.sign("sandbox-injector", "bob", "acme", item)).body("values.id", contains(shared));
        resolve(grants.sign("sandbox-injector", "bob", null, item)).body("failed.code", contains("not-found"));
    }

    @Test
    void tokensCopiedFromAnotherConnectionDoNotOpen() {
        String other = connected();
        database.execute(
                "update token_set set access_token = (select access_token from token_set where connection_id = ?) where connection_id = ?",
                other, connection);

        assertFails(grants.ofAlices(connection), "seal-broken");
    }

    @Test
    void aRefreshTokenInThePlaceOfTheAccessTokenDoesNotOpen() {
        database.execute("update token_set set access_token = refresh_token where connection_id = ?", connection);

        assertFails(grants.ofAlices(connection), "seal-broken");
    }

    @Test
    void aRowThatWasRolledBackByHandReleasesNothing() {
        alice.patch("/v1/connections/" + connection, Map.of("environment", "production")).statusCode(200);
        database.execute("update connection set environment = null, epoch = 1 where id = ?", connection);

        assertFails(grants.ofAlices(connection), "seal-broken");
    }

    @Test
    void aDestroyedDataKeyEndsAllReleases() {
        OAuthApi dora = OAuthApi.as("dora");
        String id = dora.ask("acme-accounts");
        Browser.of("dora").connect(id, "acme-accounts", provider);
        database.execute("delete from data_key where owner = 'user:dora'");

        resolve(grants.sign("sandbox-injector", "dora", null, Grants.item(id, Owner.user("dora"), 1))).body("failed.code",
                contains("seal-broken"));
    }

    private void assertFails(String grant, String code) {
        resolve(grant).statusCode(200).body("values", equalTo(List.of())).body("failed.id", contains(connection))
                .body("failed.code", contains(code));
        assertThat(records.about(connection)).endsWith("token.released denied " + code);
    }

    private ValidatableResponse resolve(String grant) {
        return injector.post("/internal/v1/resolve", Map.of("grant", grant));
    }

    private List<String> releasesIn(String session) {
        return database.column("""
                select record #>> '{subject,id}' from\s""" + Database.RECORDS + """
                where record ->> 'type' = 'token.released' and record ->> 'session' = ?
                and record #>> '{actor,id}' = 'sandbox-injector'""", session);
    }

    private String connected() {
        String id = alice.ask("acme-accounts");
        Browser.of("alice").connect(id, "acme-accounts", provider);
        return id;
    }
}
