package ai.igent.maestro.injector.bundle;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

import ai.igent.maestro.contracts.internal.BundleReport;
import ai.igent.maestro.contracts.internal.GrantItem;
import ai.igent.maestro.injector.played.InjectorTest;
import ai.igent.maestro.injector.played.PlayedSession;
import ai.igent.maestro.injector.played.PlayedSuite;
import ai.igent.maestro.vocabulary.Purpose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@QuarkusTest
@WithTestResource(PlayedSuite.class)
class BundleTest extends InjectorTest {
    @Inject
    Builds builds;

    @Test
    void holdsVariablesAndFilesOfBothOwners() {
        PlayedSession session = suite.session(suite.vault().env("AWS_SECRET_ACCESS_KEY", value()),
                suite.vault().file("KUBECONFIG", "kind: x"),
                suite.oauth().env("GITHUB_TOKEN", value() + "-2"));

        Response answer = fetch(session);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.header("ETag")).matches("\"3-[0-9a-f]{24}\"");
        assertThat(answer.jsonPath().getString("session")).isEqualTo(session.id().text());
        assertThat(answer.jsonPath().getLong("revision")).isEqualTo(3);
        assertThat(answer.jsonPath().getString("variables.AWS_SECRET_ACCESS_KEY")).isEqualTo(value());
        assertThat(answer.jsonPath().getString("variables.GITHUB_TOKEN")).isEqualTo(value() + "-2");
        assertThat(answer.jsonPath().getString("files[0].variable")).isEqualTo("KUBECONFIG");
        assertThat(answer.jsonPath().getString("files[0].mode")).isEqualTo("0600");
        assertThat(Base64.getDecoder().decode(answer.jsonPath().getString("files[0].content")))
                .isEqualTo("kind: x".getBytes(StandardCharsets.UTF_8));
        assertThat(answer.jsonPath().getList("unavailable")).isEmpty();
        assertThat(Instant.parse(answer.jsonPath().getString("expiresAt"))).isAfter(Instant.now());
    }

    @Test
    void isEmptyWhileNothingIsActive() {
        Response answer = fetch(suite.session());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.jsonPath().getMap("variables")).isEmpty();
    }

    @Test
    void everyFetchIsPutOnRecordAndAsksTheOwnersOnlyOnce() {
        PlayedSession session = suite.session(suite.vault().env("A", value()));
        int before = suite.vault().calls();

        fetch(session);
        fetch(session);
        fetch(session);

        assertThat(session.deliveries()).isEqualTo(3);
        assertThat(session.asked()).extracting(request -> request.have()).containsExactly(null, 1L, 1L);
        assertThat(suite.vault().calls() - before).isEqualTo(1);
    }

    @Test
    void servicesThatKnowNoSharedCallsAreAskedOneByOne() {
        suite.sessionServiceElder();
        suite.vault().beElder();
        PlayedSession session = suite.session(suite.vault().env("A", value()));

        assertThat(fetch(session).asString()).contains(value());

        assertThat(session.deliveries()).isEqualTo(1);
    }

    /** They share calls and signatures. */
    @Test
    void sessionsThatFetchAtTheSameTimeGetTheirOwn() {
        List<PlayedSession> sessions = IntStream.range(0, 32)
                .mapToObj(
                        number -> suite.session(suite.vault().env("OWN", value() + "-" + number), suite.oauth().env("TOKEN", "t" + number)))
                .toList();

        List<CompletableFuture<Response>> fetches = sessions.stream().map(session -> inBackground(() -> fetch(session))).toList();

        for (int number = 0; number < fetches.size(); number++) {
            Response answer = fetches.get(number).join();
            assertThat(answer.jsonPath().getString("variables.OWN")).isEqualTo(value() + "-" + number);
            assertThat(answer.jsonPath().getString("variables.TOKEN")).isEqualTo("t" + number);
        }
    }

    @Test
    void aSessionThatIsOverIsNotFoundAlsoAmongOthers() {
        PlayedSession over = suite.session(suite.vault().env("A", value()));
        PlayedSession running = suite.session(suite.vault().env("B", value()));
        over.end();

        var refused = inBackground(() -> fetch(over));
        var delivered = inBackground(() -> fetch(running));

        assertThat(refused.join().statusCode()).isEqualTo(404);
        assertThat(delivered.join().asString()).contains(value());
    }

    @Test
    void thatARevisionWasTakenIsReportedOnceHoweverOftenItIsBuilt() {
        GrantItem item = suite.vault().env("A", value());
        PlayedSession session = suite.session(item);
        fetch(session);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(session.reports()).hasSize(1));

        builds.endAllWith(item.id());
        assertThat(fetch(session).asString()).contains(value());
        session.activate(suite.vault().env("B", value()));
        fetch(session);

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(session.reports()).hasSize(2));
        assertThat(session.reports()).extracting(BundleReport::revision).containsExactly(1L, 2L);
    }

    @Test
    void fetchesOfOneRevisionShareOneBuild() {
        PlayedSession session = suite.session(suite.vault().env("A", value()));
        int before = suite.vault().calls();
        CountDownLatch gate = suite.vault().stall();
        List<CompletableFuture<Response>> fetches = IntStream.range(0, 8).mapToObj(number -> inBackground(() -> fetch(session))).toList();
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(session.deliveries()).isEqualTo(8));

        gate.countDown();

        assertThat(fetches).allSatisfy(fetch -> assertThat(fetch.join().asString()).contains(value()));
        assertThat(suite.vault().calls() - before).isEqualTo(1);
    }

    @Test
    void aFetchAfterADeactivationDoesNotShareABuildThatBeganBeforeIt() {
        GrantItem gone = suite.vault().env("GONE", value());
        PlayedSession session = suite.session(gone, suite.oauth().env("KEPT", "kept"));
        CountDownLatch gate = suite.vault().stall();
        CompletableFuture<Response> earlier = inBackground(() -> fetch(session));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(session.deliveries()).isEqualTo(1));
        session.deactivate(gone);

        Response later = fetch(session);
        gate.countDown();

        assertThat(later.asString()).contains("kept").doesNotContain(value());
        assertThat(earlier.join().asString()).contains("kept").doesNotContain(value());
        assertThat(session.deliveries()).as("one record for each of the two, although the earlier one took two attempts").isEqualTo(2);
    }

    @Test
    void aDeactivationIsSeenByTheVeryNextFetchWhateverKafkaSays() {
        GrantItem kept = suite.vault().env("KEPT", "kept");
        GrantItem gone = suite.vault().env("GONE", value());
        PlayedSession session = suite.session(kept, gone);
        assertThat(fetch(session).asString()).contains(value());

        session.deactivate(gone);

        Response answer = fetch(session);
        assertThat(answer.asString()).contains("kept").doesNotContain(value());
        assertThat(answer.jsonPath().getLong("revision")).isEqualTo(3);
    }

    @Test
    void anUnchangedBundleIsNotSentAgainAndNotPutOnRecordAsDelivered() {
        PlayedSession session = suite.session(suite.vault().env("A", value()));
        String tag = fetch(session).header("ETag");

        Response answer = as(session).header("If-None-Match", "\"0-other\", " + tag).get(path(session, "bundle"));

        assertThat(answer.statusCode()).isEqualTo(304);
        assertThat(answer.header("ETag")).isEqualTo(tag);
        assertThat(answer.asString()).isEmpty();
        assertThat(session.deliveries()).isEqualTo(1);
    }

    @Test
    void aNewRevisionIsSentAndPutOnRecordWhateverTheSandboxHas() {
        PlayedSession session = suite.session(suite.vault().env("A", value()));
        String tag = fetch(session).header("ETag");
        session.activate(suite.vault().env("B", "b"));

        Response answer = as(session).header("If-None-Match", tag).get(path(session, "bundle"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.jsonPath().getString("variables.B")).isEqualTo("b");
        assertThat(session.deliveries()).isEqualTo(2);
    }

    /** RFC 9110, 13.1.2: "*" is any representation, and there is one. */
    @Test
    void whoTakesAnyBundleForUnchangedIsSentNone() {
        PlayedSession session = suite.session(suite.vault().env("A", value()));
        String tag = fetch(session).header("ETag");

        Response answer = as(session).header("If-None-Match", "*").get(path(session, "bundle"));

        assertThat(answer.statusCode()).isEqualTo(304);
        assertThat(answer.header("ETag")).isEqualTo(tag);
    }

    @Test
    void aTagAloneIsNotBelievedWithoutALiveBuild() {
        PlayedSession session = suite.session(suite.vault().env("A", value()));

        Response answer = as(session).header("If-None-Match", "\"1-000000000000000000000000\"").get(path(session, "bundle"));

        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @Test
    void aFetchThatNamesARevisionWaitsForIt() {
        PlayedSession session = suite.session(suite.vault().env("A", value()));
        CompletableFuture<Response> waiting = inBackground(() -> as(session).get(path(session, "bundle") + "?revision=2&wait=PT10S"));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(session.looks()).isPositive());

        session.activate(suite.vault().env("B", "b"));

        assertThat(waiting.join().jsonPath().getString("variables.B")).isEqualTo("b");
        assertThat(session.deliveries()).isEqualTo(1);
    }

    @Test
    void aRevisionThatDoesNotComeIsNotReady() {
        PlayedSession session = suite.session(suite.vault().env("A", value()));

        Response atOnce = as(session).get(path(session, "bundle") + "?revision=2");
        Response nearlyAtOnce = as(session).get(path(session, "bundle") + "?revision=2&wait=PT0.0001S");
        Response later = as(session).get(path(session, "bundle") + "?revision=2&wait=PT0.7S");

        for (Response answer : new Response[]{atOnce, nearlyAtOnce, later}) {
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.jsonPath().getString("code")).isEqualTo("revision-not-ready");
            assertThat(answer.header("Retry-After")).isNotNull();
        }
        assertThat(session.deliveries()).isZero();
    }

    @Test
    void oneThatItsOwnerRefusesIsNamedAndTheOthersAreDelivered() {
        GrantItem dead = suite.vault().env("DEAD", value());
        suite.vault().refuse(dead, "compromised");
        PlayedSession session = suite.session(dead, suite.vault().env("ALIVE", "alive"));

        Response answer = fetch(session);

        assertThat(answer.jsonPath().getMap("variables")).isEqualTo(java.util.Map.of("ALIVE", "alive"));
        assertThat(answer.jsonPath().getString("unavailable[0].variable")).isEqualTo("DEAD");
        assertThat(answer.jsonPath().getString("unavailable[0].code")).isEqualTo("compromised");
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(session.reports()).hasSize(1));
        assertThat(session.reports().getFirst().outcome()).isEqualTo(BundleReport.Outcome.failed);
        assertThat(session.reports().getFirst().failed().getFirst().id()).isEqualTo(dead.id());
    }

    @Test
    void aDeadOwnersSecretsAreNamedTheOthersDeliveredAndTheNextFetchTriesAgain() {
        PlayedSession session = suite.session(suite.vault().env("ALIVE", "alive"), suite.oauth().env("GITHUB_TOKEN", value()));
        suite.oauth().die();

        assertThat(fetch(session).jsonPath().getString("unavailable[0].code")).isEqualTo("owner-unavailable");

        suite.recover();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(fetch(session).jsonPath().getString("variables.GITHUB_TOKEN")).isEqualTo(value()));
    }

    @Test
    void aSlowOwnerHoldsNothingUpBeyondTheDeadline() {
        PlayedSession session = suite.session(suite.vault().env("SLOW", value()), suite.oauth().env("GITHUB_TOKEN", "quick"));
        suite.vault().stall();
        Instant start = Instant.now();

        Response answer = fetch(session);

        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(10));
        assertThat(answer.jsonPath().getString("variables.GITHUB_TOKEN")).isEqualTo("quick");
        assertThat(answer.jsonPath().getString("unavailable[0].variable")).isEqualTo("SLOW");
        assertThat(answer.jsonPath().getString("unavailable[0].code")).isEqualTo("owner-timeout");
    }

    @Test
    void whenNoOwnerAnswersForAnythingTheSecretsAreNamed() {
        PlayedSession session = suite.session(suite.vault().env("DATABASE_URL", value()));
        suite.vault().die();

        Response answer = fetch(session);

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.jsonPath().getString("code")).isEqualTo("owner-unavailable");
        assertThat(answer.jsonPath().getString("detail")).contains("DATABASE_URL");
        assertThat(answer.header("Retry-After")).isNotNull();
    }

    @Test
    void whenSessionServiceIsAwayNothingIsHandedOutNotEvenWhatIsBuilt() {
        PlayedSession session = suite.session(suite.vault().env("A", value()));
        fetch(session);
        suite.sessionServiceAway(true);

        Response answer = fetch(session);

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.jsonPath().getString("code")).isEqualTo("session-service-unavailable");
        assertThat(answer.header("Retry-After")).isNotNull();
        assertThat(answer.asString()).doesNotContain(value());
    }

    @Test
    void aValueThatEndsByItselfIsNotHandedOutAfterwards() {
        GrantItem ending = suite.vault().env("LICENSE", value());
        suite.vault().expire(ending, Instant.now().plusMillis(1500));
        PlayedSession session = suite.session(ending);
        assertThat(fetch(session).asString()).contains(value());

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(fetch(session).asString()).doesNotContain(value()));
        assertThat(fetch(session).jsonPath().getString("unavailable[0].code")).isEqualTo("expired");
    }

    @Test
    void aTokenIsFetchedAnewBeforeItHasLessThanTwoMinutesLeft() {
        GrantItem token = suite.oauth().env("GITHUB_TOKEN", "old");
        suite.oauth().expire(token, Instant.now().plusSeconds(120).plusMillis(1500));
        PlayedSession session = suite.session(token);
        assertThat(fetch(session).asString()).contains("old");
        suite.oauth().change(token, value());
        suite.oauth().expire(token, Instant.now().plusSeconds(3600));

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(fetch(session).jsonPath().getString("variables.GITHUB_TOKEN")).isEqualTo(value()));
    }

    @Test
    void aTokenWithLessThanTwoMinutesLeftIsNotHandedOut() {
        GrantItem token = suite.oauth().env("GITHUB_TOKEN", value());
        suite.oauth().expire(token, Instant.now().plusSeconds(100));
        PlayedSession session = suite.session(token);

        Response answer = fetch(session);

        assertThat(answer.jsonPath().getString("unavailable[0].code")).isEqualTo("token-expiring");
        assertThat(answer.asString()).doesNotContain(value());
    }

    @Test
    void theFirstDeliveryOfARevisionIsReportedAsApplied() {
        PlayedSession session = suite.session(suite.vault().env("A", value()));

        fetch(session);
        fetch(session);

        await().atMost(PATIENCE).untilAsserted(
                () -> assertThat(session.reports()).containsExactly(new BundleReport(1, BundleReport.Outcome.applied, null)));
    }

    @Test
    void namesAreToldWithoutAnyValueAndWithoutARecordOfDelivery() {
        GrantItem dead = suite.vault().env("DEAD", "x");
        suite.vault().refuse(dead, "expired");
        PlayedSession session = suite.session(suite.vault().env("A", value()).until(Instant.parse("2030-01-02T03:04:05.678901Z")), dead);

        Response json = as(session).get(path(session, "variables"));
        Response text = as(session).accept("text/plain").get(path(session, "variables"));

        assertThat(json.jsonPath().getString("variables[0].variable")).isEqualTo("A");
        assertThat(json.jsonPath().getString("variables[0].state")).isEqualTo("delivered");
        assertThat(json.jsonPath().getList("variables.activeUntil")).containsExactly("2030-01-02T03:04:05Z", null);
        assertThat(text.asString()).contains("revision 2\n", "ends A 2030-01-02T03:04:05Z\nvariable A env vault delivered\n",
                "variable DEAD env vault expired\n");
        assertThat(json.asString() + text.asString()).doesNotContain(value());
        assertThat(session.asked()).allMatch(request -> request.purpose() == Purpose.BUILD);
    }
}
