package ai.igent.maestro.oauth;

import java.util.Map;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

import ai.igent.maestro.test.TestTokens;

import static io.restassured.RestAssured.given;

/** The service as a caller with one token sees it. */
public final class OAuthApi {
    private final String token;

    private OAuthApi(String token) {
        this.token = token;
    }

    public static OAuthApi as(String user) {
        return with(TestTokens.user(user));
    }

    public static OAuthApi with(String token) {
        return new OAuthApi(token);
    }

    public RequestSpecification request() {
        return given().auth().oauth2(token).contentType(ContentType.JSON).redirects().follow(false);
    }

    public ValidatableResponse get(String path) {
        return request().get(path).then();
    }

    public ValidatableResponse post(String path, Object body) {
        return request().body(body).post(path).then();
    }

    public ValidatableResponse patch(String path, Object body) {
        return request().body(body).patch(path).then();
    }

    public ValidatableResponse delete(String path) {
        return request().delete(path).then();
    }

    /** Asks for a connection; gives its id. */
    public String ask(String provider) {
        return ask(Map.of("provider", provider));
    }

    public String ask(Map<String, ?> body) {
        return post("/v1/connections", body).statusCode(201).extract().path("connection.id");
    }
}
