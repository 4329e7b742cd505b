package ai.igent.maestro.oauth.connection;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import ai.igent.maestro.oauth.Browser;
import ai.igent.maestro.oauth.OAuthApi;
import ai.igent.maestro.oauth.OAuthTest;
import ai.igent.maestro.oauth.PlayedProvider;
import ai.igent.maestro.oauth.Records;
import ai.igent.maestro.test.Database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

/** Ending connections, here and at their provider. */
@OAuthTest
class RevocationTest {
    @Inject
    Database database;
    @Inject
    Records records;

    private final OAuthApi alice = OAuthApi.as("alice");
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
    void theProviderEndsBothTokensAndTheyAreDestroyedHere() {
        String id = connected("acme-accounts");

        alice.delete("/v1/connections/" + id).statusCode(200).body("revokedAtProvider", is(true)).body("detail", notNullValue());

        assertThat(provider.revoked()).containsExactly("refresh_token " + provider.lastIssued("refresh").text(),
                "access_token " + provider.lastIssued("access").text());
        assertThat(tokensOf(id)).isZero();
        alice.get("/v1/connections/" + id).body("status", is("revoked")).body("lastError", nullValue());
        assertThat(records.events(id)).containsExactly("connection.connected 2 1 1", "connection.revoked 3 1 2");
        assertThat(records.about(id)).endsWith("connection.revoked success");
    }

    @Test
    void aProviderWithoutRevocationIsSaidToHaveNone() {
        String id = connected("plain");

        alice.delete("/v1/connections/" + id).statusCode(200).body("revokedAtProvider", is("unsupported"));

        assertThat(tokensOf(id)).isZero();
        alice.delete("/v1/connections/" + id).statusCode(200).body("revokedAtProvider", is("unsupported"));
    }

    @Test
    void whatTheProviderDoesNotConfirmIsShownAndTriedAgain() {
        String id = connected("acme-accounts");
        provider.answersRevocationsWith(503);

        alice.delete("/v1/connections/" + id).statusCode(200).body("revokedAtProvider", is(false));
        alice.get("/v1/connections/" + id).body("status", is("revoked")).body("lastError.code", is("revocation-failed"));
        assertThat(tokensOf(id)).isOne();

        provider.answersRevocationsWith(200);
        alice.delete("/v1/connections/" + id).statusCode(200).body("revokedAtProvider", is(true));
        assertThat(tokensOf(id)).isZero();
        assertThat(records.events(id)).as("it ended once").hasSize(2);
    }

    private long tokensOf(String id) {
        return database.count("select count(*) from token_set where connection_id = ?", id);
    }

    private String connected(String key) {
        String id = alice.ask(key);
        Browser.of("alice").connect(id, key, provider);
        return id;
    }
}
