package ai.igent.maestro.oauth;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import ai.igent.maestro.test.Canary;
import ai.igent.maestro.test.Database;
import ai.igent.maestro.test.JsonSchemas;
import ai.igent.maestro.test.SentEvent;
import ai.igent.maestro.test.SentEvents;

import static org.assertj.core.api.Assertions.assertThat;

/** No token, code, state or cookie stands anywhere it could be read, whatever happens to a connection; and its events are what was promised. */
@OAuthTest
class SecrecyTest {
    private static final List<String> TOPICS = List.of("oauth.v1", "audit-records.v1");

    @Inject
    Database database;

    @Test
    void aConnectionsWholeLifeLeavesNoTraceOfItsTokens() {
        List<String> logged = new CopyOnWriteArrayList<>();
        Handler listener = listener(logged);
        Logger.getLogger("").addHandler(listener);
        try (var provider = PlayedProvider.listen()) {
            Browser browser = Browser.of("alice");
            String id = live(provider, browser);

            List<String> secrets = new ArrayList<>(provider.issued().stream().map(Canary::forms).flatMap(List::stream).toList());
            secrets.add(browser.cookie());
            secrets.addAll(new Canary(PlayedProvider.CLIENT_SECRET).forms());
            String stored = database.dump();
            assertThat(secrets).noneMatch(stored::contains);
            assertThat(secrets).noneMatch(String.join("\n", logged)::contains);
            assertThat(sent(id)).isNotEmpty().noneMatch(event -> secrets.stream().anyMatch(event.data().toString()::contains));
        } finally {
            Logger.getLogger("").removeHandler(listener);
        }
    }

    @Test
    void everyEventOnTheTopicsIsValid() {
        try (var provider = PlayedProvider.listen()) {
            String id = live(provider, Browser.of("alice"));

            List<SentEvent> events = sent(id);
            assertThat(events).extracting(SentEvent::type).contains("connection.connected", "connection.updated", "connection.revoked",
                    "audit.recorded");
            events.forEach(event -> JsonSchemas.assertValid(event.type(), event.data()));
        }
    }

    /** Connects, fails to connect, is relabelled, connected again and revoked. */
    private static String live(PlayedProvider provider, Browser browser) {
        OAuthApi alice = OAuthApi.as("alice");
        String id = alice.ask("acme-accounts");
        browser.connect(id, "acme-accounts", provider);
        browser.comeBack("acme-accounts", provider.agree(browser.start(id)).replaceAll("&iss=.*", "&iss=https://evil.test"));
        alice.patch("/v1/connections/" + id, Map.of("environment", "staging")).statusCode(200);
        browser.connect(id, "acme-accounts", provider);
        provider.answersRevocationsWith(500);
        alice.delete("/v1/connections/" + id).statusCode(200);
        return id;
    }

    private static List<SentEvent> sent(String id) {
        SentEvents.ofThisJvm().await("oauth.v1", event -> event.type().equals("connection.revoked") && id.equals(event.subject()));
        SentEvents.ofThisJvm().await("audit-records.v1", event -> event.data().at("/type").asText().equals("connection.revoked")
                && event.data().at("/subject/id").asText().equals(id));
        return TOPICS.stream().flatMap(topic -> SentEvents.ofThisJvm().all(topic).stream()).filter(event -> isAbout(event, id)).toList();
    }

    private static boolean isAbout(SentEvent event, String id) {
        return Set.of(event.data().at("/subject/id").asText(), event.data().at("/connection").asText()).contains(id);
    }

    private static Handler listener(List<String> logged) {
        return new Handler() {
            @Override
            public void publish(LogRecord record) {
                logged.add(record.getMessage() + record.getThrown());
                if (record.getParameters() != null) logged.add(List.of(record.getParameters()).toString());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
    }
}
