package ai.igent.maestro.oauth.provider;

import org.junit.jupiter.api.Test;

import ai.igent.maestro.oauth.OAuthApi;
import ai.igent.maestro.oauth.OAuthTest;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

/** What can be connected. */
@OAuthTest
class ProvidersTest {
    @Test
    void everybodySignedInSeesWhatIsOffered() {
        OAuthApi.as("carol").get("/v1/providers").statusCode(200).body("items.id", contains("acme-accounts", "plain", "unregistered"))
                .body("items.configured", contains(true, true, false)).body("items[0].name", is("The provider acme-accounts"))
                .body("items[0].kind", is("custom")).body("items[0].scopes.name", contains("read", "write"))
                .body("items[0].scopes.description", contains("Read what is there", "Change what is there"))
                .body("items[0].organization", nullValue()).body("next", nullValue());
    }

    @Test
    void neverTheClientsSecret() {
        OAuthApi.as("carol").get("/v1/providers").body(not(containsString("canary")));
    }
}
