package ai.igent.maestro.injector.change;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

import ai.igent.maestro.contracts.event.ConnectionEvent;
import ai.igent.maestro.contracts.event.SecretEvent;
import ai.igent.maestro.contracts.event.SessionEvent;
import ai.igent.maestro.contracts.internal.BundleReport;
import ai.igent.maestro.contracts.internal.GrantItem;
import ai.igent.maestro.injector.played.InjectorTest;
import ai.igent.maestro.injector.played.PlayedKafka;
import ai.igent.maestro.injector.played.PlayedSession;
import ai.igent.maestro.injector.played.PlayedStream;
import ai.igent.maestro.injector.played.PlayedSuite;
import ai.igent.maestro.vocabulary.ConnectionId;
import ai.igent.maestro.vocabulary.SecretId;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@QuarkusTest
@WithTestResource(PlayedSuite.class)
class ChangesTest extends InjectorTest {
    @TestHTTPResource
    URI injector;

    private PlayedKafka kafka;

    /** Consumers start at the latest offset: what is sent before they have joined they never hear. */
    @BeforeEach
    void untilTheConsumersListen() {
        kafka = new PlayedKafka(suite);
        for (GrantItem item : List.of(suite.vault().env("PROBE", "old"), suite.oauth().env("PROBE", "old"))) {
            PlayedSession session = suite.session(item);
            fetch(session);
            (item.id().startsWith("sec_") ? suite.vault() : suite.oauth()).change(item, "new");
            await().atMost(PATIENCE).untilAsserted(() -> {
                valueChanged(item);
                assertThat(fetch(session).asString()).contains("new");
            });
        }
        PlayedSession session = suite.session();
        try (PlayedStream stream = new PlayedStream(injector, session)) {
            await().atMost(PATIENCE).untilAsserted(() -> {
                announce(session);
                assertThat(stream.bundles()).hasSizeGreaterThan(3);
            });
        }
    }

    @AfterEach
    void close() {
        kafka.close();
    }

    @Test
    void aNewValueReachesTheNextFetch() {
        GrantItem item = suite.vault().env("A", "old");
        PlayedSession session = suite.session(item);
        String tag = fetch(session).header("ETag");
        suite.vault().change(item, value());

        valueChanged(item);

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(fetch(session).asString()).contains(value()));
        assertThat(as(session).header("If-None-Match", tag).get(path(session, "bundle")).statusCode()).isEqualTo(200);
    }

    @Test
    void aValueThatChangesWhileItIsBuiltInIsNotHandedOut() {
        GrantItem item = suite.vault().env("A", value());
        PlayedSession session = suite.session(item);
        PlayedSession witness = suite.session(item);
        fetch(witness);
        CountDownLatch gate = suite.vault().stall();
        int before = suite.vault().calls();
        CompletableFuture<Response> fetching = inBackground(() -> fetch(session));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(suite.vault().calls()).isEqualTo(before + 1));
        suite.vault().change(item, "new");

        valueChanged(item);
        await().atMost(PATIENCE).untilAsserted(() -> {
            inBackground(() -> fetch(witness));
            assertThat(witness.asked().stream().skip(1)).as("the witness's build has ended").anyMatch(asked -> asked.have() == null);
        });
        gate.countDown();

        assertThat(fetching.join().asString()).contains("new").doesNotContain(value());
    }

    @Test
    void aConnectedSandboxIsToldTheRevisionItFindsAndEachNewOneAndThatIsReported() {
        PlayedSession session = suite.session(suite.vault().env("A", value()));
        try (PlayedStream stream = new PlayedStream(injector, session)) {
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(stream.bundles()).contains("{\"revision\":1}"));
            session.activate(suite.vault().env("B", "b"));

            announce(session);

            await().atMost(PATIENCE).untilAsserted(() -> assertThat(stream.bundles()).endsWith("{\"revision\":2}"));
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(session.reports()).contains(new BundleReport(2, BundleReport.Outcome.applied, null)));
        }
        assertThat(session.deliveries()).isZero();
    }

    @Test
    void aConnectedSandboxIsToldOfANewValueEvenWhenNoBuildLivesAnyMore() {
        GrantItem item = suite.oauth().env("GITHUB_TOKEN", "old");
        PlayedSession session = suite.session(item);
        try (PlayedStream stream = new PlayedStream(injector, session)) {
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(stream.bundles()).isNotEmpty());
            suite.oauth().change(item, value());
            int before = stream.bundles().size();

            valueChanged(item);

            await().atMost(PATIENCE).untilAsserted(() -> assertThat(stream.bundles()).hasSizeGreaterThan(before));
            assertThat(fetch(session).asString()).contains(value());
        }
    }

    @Test
    void aStreamShowsThatItLivesAndFindsARevisionThatNoEventTold() {
        PlayedSession session = suite.session();
        try (PlayedStream stream = new PlayedStream(injector, session)) {
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(stream.comments()).isPositive());

            session.activate(suite.vault().env("A", value()));

            await().atMost(PATIENCE).untilAsserted(() -> assertThat(stream.bundles()).endsWith("{\"revision\":1}"));
        }
    }

    @Test
    void aStreamEndsWithItsSession() {
        PlayedSession session = suite.session();
        try (PlayedStream stream = new PlayedStream(injector, session)) {
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(stream.bundles()).isNotEmpty());

            kafka.send(new SessionEvent.Ended(session.id(), 9, 1, "ended"));

            await().atMost(PATIENCE).untilAsserted(() -> assertThat(stream.hasEnded()).isTrue());
        }
    }

    @Test
    void aStreamEndsWhenItsTokenIsReplacedAlthoughNoEventTellsSo() {
        PlayedSession session = suite.session();
        try (PlayedStream stream = new PlayedStream(injector, session)) {
            session.renewTokens();

            await().atMost(PATIENCE).untilAsserted(() -> assertThat(stream.hasEnded()).isTrue());
        }
    }

    @Test
    void aStreamOutlivesAnAbsenceOfSessionService() {
        PlayedSession session = suite.session();
        try (PlayedStream stream = new PlayedStream(injector, session)) {
            suite.sessionServiceAway(true);
            long before = stream.comments();
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(stream.comments()).isGreaterThan(before + 1));

            assertThat(stream.hasEnded()).isFalse();
            assertThat(stream.lastComment()).isEqualTo("unchecked");
            suite.sessionServiceAway(false);
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(stream.lastComment()).isEqualTo("alive"));
        }
    }

    @Test
    void nonsenseStopsNoConsumer() {
        for (String topic : List.of("sessions.v1", "secrets.v1", "oauth.v1"))
            kafka.sendNonsense(topic);

        aNewValueReachesTheNextFetch();
        PlayedSession session = suite.session();
        try (PlayedStream stream = new PlayedStream(injector, session)) {
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(stream.bundles()).isNotEmpty());
            session.activate(suite.vault().env("B", "b"));
            announce(session);
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(stream.bundles()).endsWith("{\"revision\":1}"));
        }
    }

    private void announce(PlayedSession session) {
        kafka.send(new SessionEvent.ActivationsChanged(session.id(), session.revision(), session.revision(), List.of()));
    }

    private void valueChanged(GrantItem item) {
        if (item.id().startsWith("sec_")) kafka.send(new SecretEvent.ValueChanged(new SecretId(item.id()), item.owner(), 2, 1, 2));
        else
            kafka.send(new ConnectionEvent.Refreshed(new ConnectionId(item.id()), item.owner(), 2, 1, 2, Instant.now().plusSeconds(600)));
    }
}
