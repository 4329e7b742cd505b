package ai.igent.maestro.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import ai.igent.maestro.contracts.event.Topic;
import ai.igent.maestro.embedded.PostgresServer;
import ai.igent.maestro.local.Part;
import ai.igent.maestro.local.Stack;
import ai.igent.maestro.local.journey.AgentSession;
import ai.igent.maestro.local.journey.Answer;
import ai.igent.maestro.local.journey.Client;
import ai.igent.maestro.local.journey.Sandbox;
import ai.igent.maestro.local.journey.Suite;
import ai.igent.maestro.test.Canary;
import ai.igent.maestro.test.SentEvents;

import static org.assertj.core.api.Assertions.assertThat;

/** A value goes the whole road, and also where it should not; then every store, topic, log and metric is searched for it, encodings included. */
@ExtendWith(RunningStack.class)
class NothingLeaksTest {
    private static final List<Part> WITH_DATABASE = List.of(Part.VAULT, Part.SESSION, Part.OAUTH, Part.AUDIT);
    private static final List<Part> SERVICES = List.of(Part.VAULT, Part.SESSION, Part.OAUTH, Part.INJECTOR, Part.AUDIT, Part.CONSOLE);
    private static final Canary VALUE = Canary.named("road");
    private static final Canary STRAY = Canary.named("stray");

    @Test
    void aValueStandsInNoDatabaseTopicLogOrMetric(Stack stack) throws IOException, InterruptedException, SQLException {
        var suite = new Suite(stack::url);
        goTheRoad(suite);
        strayEverywhere(suite);

        var seen = new LinkedHashMap<String, String>();
        for (Part part : WITH_DATABASE)
            seen.putAll(tables(stack, part));
        for (Topic topic : Topic.values())
            seen.put(topic.text(), SentEvents.of(stack.kafka()).all(topic.text()).toString());
        for (Part part : SERVICES)
            seen.put("metrics of " + part.title(), text(suite.at(part) + "/q/metrics"));
        seen.putAll(logs(stack.logs()));

        assertThat(seen.keySet()).contains("vault secret_version", "session activation", "audit.v1", "vault-service.log");
        assertThat(seen.entrySet().stream().filter(place -> VALUE.isIn(place.getValue()) || STRAY.isIn(place.getValue()))
                .map(Map.Entry::getKey))
                .as("places where a value stands").isEmpty();
    }

    private static void goTheRoad(Suite suite) {
        Client carol = suite.as("carol");
        String id = carol.post(Part.VAULT, "/v1/secrets", Map.of("name", "ROAD_TOKEN", "value", VALUE.text())).require(201).text("id");
        var session = AgentSession.create(suite, "carol");
        try (var sandbox = Sandbox.prepare(suite)) {
            sandbox.enrol(session.enrolmentCode());
            String path = "/v1/sessions/" + session.id() + "/activation-requests";
            Answer request = carol.post(Part.SESSION, path, Map.of("activate", List.of(id))).require(201);
            long revision = Long.parseLong(session.confirm(carol, request).require(200, 202).text("revision"));
            assertThat(sandbox.environmentAt(revision)).containsEntry("ROAD_TOKEN", VALUE.text());
        }
        session.end().require(200);
        carol.delete(Part.VAULT, "/v1/secrets/" + id).require(200, 204);
    }

    /** Where people and programs put values by mistake. */
    private static void strayEverywhere(Suite suite) {
        Client carol = suite.as("carol");
        String value = STRAY.text();
        var answers = new ArrayList<Answer>();
        answers.add(carol.post(Part.VAULT, "/v1/secrets", Map.of("name", value, "value", "x")));
        answers.add(carol.post(Part.VAULT, "/v1/secrets", Map.of("name", "STRAY", "value", List.of(value))));
        answers.add(carol.post(Part.VAULT, "/v1/secrets", Map.of("name", "STRAY", "value", value, value, 1)));
        answers.add(carol.post(Part.VAULT, "/v1/secret-sets", Map.of("integration", value, "values", Map.of(value, value))));
        answers.add(carol.get(Part.VAULT, "/v1/secrets/" + value));
        answers.add(carol.get(Part.VAULT, "/v1/secrets?cursor=" + value));
        answers.add(carol.post(Part.SESSION, "/v1/sessions", Map.of("user", value)));
        answers.add(carol.post(Part.SESSION, "/v1/sandboxes/enrol", Map.of("code", value)));
        answers.add(carol.post(Part.OAUTH, "/v1/connections", Map.of("provider", value)));
        answers.add(carol.get(Part.AUDIT, "/v1/audit/events?type=" + value));
        answers.add(suite.with(value).get(Part.INJECTOR, "/v1/sandboxes/" + value + "/bundle"));
        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).as(answer.call()).isBetween(400, 499));
    }

    private static Map<String, String> tables(Stack stack, Part part) throws SQLException {
        var tables = new LinkedHashMap<String, String>();
        try (Connection connection = DriverManager.getConnection(stack.database(part), PostgresServer.USER, PostgresServer.PASSWORD)) {
            for (String table : column(connection, "select table_name from information_schema.tables where table_schema = 'public'"))
                tables.put(part.title().replace("-service", "") + " " + table,
                        String.join("\n", column(connection, "select row_to_json(row)::text from \"" + table + "\" row")));
        }
        return tables;
    }

    private static List<String> column(Connection connection, String sql) throws SQLException {
        var column = new ArrayList<String>();
        try (var statement = connection.createStatement(); ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next())
                column.add(rows.getString(1));
        }
        return column;
    }

    private static Map<String, String> logs(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .collect(Collectors.toMap(file -> file.getFileName().toString(), NothingLeaksTest::read));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String text(String address) throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString()).body();
        }
    }
}
