package ai.igent.maestro.injector.played;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

import ai.igent.maestro.test.Canary;

import static org.assertj.core.api.Assertions.assertThat;

/** What tests against the running injector have in common: the played suite, requests as a sandbox, and a log in which no value may appear. */
public abstract class InjectorTest {
    /** For what happens in the background. */
    protected static final Duration PATIENCE = Duration.ofSeconds(15);

    protected PlayedSuite suite;
    protected final Canary canary = Canary.named("value");
    private CapturedLog log;

    @BeforeEach
    void capture() {
        log = CapturedLog.start();
    }

    @AfterEach
    void recoverAndLookForTheCanary() {
        suite.recover();
        log.close();
        assertThat(canary.isIn(log.text())).as("the canary is in the log").isFalse();
    }

    protected String value() {
        return canary.text();
    }

    protected RequestSpecification as(PlayedSession session) {
        return RestAssured.given().auth().oauth2(session.token());
    }

    protected Response fetch(PlayedSession session) {
        return as(session).get(path(session, "bundle"));
    }

    /** On a thread of its own, however few processors there are. */
    protected static <T> CompletableFuture<T> inBackground(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work, task -> Thread.ofPlatform().daemon().start(task));
    }

    protected static String path(PlayedSession session, String what) {
        return "/v1/sandboxes/" + session.id() + "/" + what;
    }
}
