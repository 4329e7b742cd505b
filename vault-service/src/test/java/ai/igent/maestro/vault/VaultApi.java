package ai.igent.maestro.vault;

import java.util.Map;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

import ai.igent.maestro.test.TestTokens;

import static io.restassured.RestAssured.given;

/** The service as a caller with one token sees it. */
public final class VaultApi {
    private final String token;

    private VaultApi(String token) {
        this.token = token;
    }

    public static VaultApi as(String user) {
        return with(TestTokens.user(user));
    }

    public static VaultApi with(String token) {
        return new VaultApi(token);
    }

    public RequestSpecification request() {
        return given().auth().oauth2(token).contentType(ContentType.JSON);
    }

    public ValidatableResponse get(String path) {
        return request().get(path).then();
    }

    public ValidatableResponse post(String path, Object body) {
        return request().body(body).post(path).then();
    }

    public ValidatableResponse put(String path, Object body) {
        return request().body(body).put(path).then();
    }

    public ValidatableResponse patch(String path, Object body) {
        return request().body(body).patch(path).then();
    }

    public ValidatableResponse delete(String path) {
        return request().delete(path).then();
    }

    /** Registers a secret; gives its id. */
    public String register(String name, String value) {
        return register(Map.of("name", name, "value", value));
    }

    public String register(Map<String, ?> body) {
        return post("/v1/secrets", body).statusCode(201).extract().path("id");
    }

    public void changeValue(String id, String value) {
        put("/v1/secrets/" + id + "/value", Map.of("value", value)).statusCode(200);
    }
}
