package ai.igent.maestro.vault.keyjob;

import java.time.Duration;
import java.util.Map;
import java.util.function.Predicate;

import org.awaitility.Awaitility;

import io.restassured.path.json.JsonPath;

import ai.igent.maestro.test.TestTokens;
import ai.igent.maestro.vault.VaultApi;

/** Asks for key jobs and waits for them. */
public final class Operator {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private Operator() {}

    /** Gives the job's id. */
    static String asksTo(String what) {
        return api().request().post("/v1/admin/keys/" + what).then().statusCode(202).extract().path("id");
    }

    static String destroys(String owner) {
        return api().request().body(Map.of("owner", owner)).delete("/v1/admin/owners/" + owner + "/keys").then().statusCode(202).extract()
                .path("id");
    }

    /** Asks for a job and waits for its end. */
    public static JsonPath does(String what) {
        return awaitEnd(asksTo(what));
    }

    static JsonPath awaitEnd(String job) {
        return await(job, state -> state.getString("status").startsWith("done"));
    }

    static JsonPath await(String job, Predicate<JsonPath> wanted) {
        return Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50))
                .until(() -> api().get("/v1/admin/jobs/" + job).statusCode(200).extract().jsonPath(), wanted::test);
    }

    private static VaultApi api() {
        return VaultApi.with(TestTokens.operator());
    }
}
