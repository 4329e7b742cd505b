package ai.igent.maestro.vault.catalog;

import org.junit.jupiter.api.Test;

import ai.igent.maestro.test.TestTokens;
import ai.igent.maestro.vault.VaultApi;
import ai.igent.maestro.vault.VaultTest;
import ai.igent.maestro.vocabulary.SessionId;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

@VaultTest
class CatalogResourceTest {
    @Test
    void showsTheVariablesOfEachIntegration() {
        VaultApi.as("carol").get("/v1/catalog").statusCode(200)
                .body("items.id", hasItem("github"))
                .body("items.find { it.id == 'aws' }.variables.name",
                        contains("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN", "AWS_REGION"))
                .body("items.find { it.id == 'aws' }.variables.find { it.name == 'AWS_REGION' }.default", equalTo("us-east-1"))
                .body("items.find { it.id == 'aws' }.variables.find { it.name == 'AWS_REGION' }.sensitive", equalTo(false))
                .body("items.find { it.id == 'github' }.oauthProvider", equalTo("github"))
                .body("items.find { it.id == 'github' }.onRotate[0]", containsString("Regenerate"))
                .body("items.find { it.id == 'github' }", not(hasKey("verify")));
    }

    @Test
    void isOpenToEveryIdentityOfTheSuite() {
        VaultApi.with(TestTokens.service("session-service")).get("/v1/catalog").statusCode(200);
        VaultApi.with(TestTokens.agent(new SessionId("ses_" + "1".repeat(32)))).get("/v1/catalog").statusCode(200);
    }

    @Test
    void isClosedToStrangers() {
        given().get("/v1/catalog").then().statusCode(401).body("code", equalTo("unauthorized"));
    }
}
