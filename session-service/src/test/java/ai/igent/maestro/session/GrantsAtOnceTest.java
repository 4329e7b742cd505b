package ai.igent.maestro.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;

import ai.igent.maestro.test.Database;

import static org.assertj.core.api.Assertions.assertThat;

/** Grants that share their statements: what each of them says is about its own session, and true. */
@SessionTest
class GrantsAtOnceTest {
    private static final String UNKNOWN = "ses_" + "0".repeat(32);

    @Inject
    Database database;

    @Test
    void eachCallerLearnsOfItsOwnSessionAndIsOnRecordOnce() throws Exception {
        Map<String, String> keys = new java.util.HashMap<>();
        IntStream.range(0, 12).forEach(each -> {
            String user = SessionApi.newUser();
            String session = SessionApi.session(user);
            keys.put(session, Thing.secret(user, "KEY").known().id());
            SessionApi.user(user).activate(session, keys.get(session));
        });
        List<String> sessions = new ArrayList<>(keys.keySet());

        var answers = atOnce(sessions.stream().flatMap(session -> List.of(session, session, session, session).stream()).toList());

        answers.forEach((session, its) -> assertThat(its).hasSize(4).allSatisfy(answer -> {
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.<List<String>>path("items.id")).containsExactly(keys.get(session));
        }));
        for (String session : sessions)
            assertThat(database.records(session)).filteredOn("bundle.delivered success deliver"::equals).hasSize(4);
    }

    @Test
    void oneThatEndedOneThatIsDueAndOneThatIsUnknownDisturbNobody() throws Exception {
        String user = SessionApi.newUser();
        String good = active(user);
        String ended = active(user);
        SessionApi.user(user).post("/v1/sessions/" + ended + "/end").statusCode(200);
        String due = active(user);
        database.execute("update activation set active_until = now() - interval '1 second' where session_id = ?", due);
        String over = active(user);
        database.execute("update session set expires_at = now() - interval '1 second' where id = ?", over);
        List<String> asked = IntStream.range(0, 6).boxed().flatMap(each -> List.of(good, ended, due, over, UNKNOWN).stream()).toList();

        var answers = atOnce(asked);

        assertThat(answers.get(good)).allSatisfy(answer -> assertThat(answer.<List<String>>path("items.id")).hasSize(1));
        assertThat(answers.get(due)).allSatisfy(answer -> {
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.<List<String>>path("items.id")).isEmpty();
            assertThat(answer.<Integer>path("revision")).isEqualTo(2);
        });
        for (String session : List.of(ended, over))
            assertThat(answers.get(session)).allSatisfy(answer -> assertThat(answer.statusCode()).isEqualTo(409));
        assertThat(answers.get(UNKNOWN)).allSatisfy(answer -> assertThat(answer.statusCode()).isEqualTo(404));
        assertThat(database.records(due)).containsOnlyOnce("activation.expired success time-up");
        assertThat(database.records(over)).containsOnlyOnce("session.ended success expired");
    }

    @Test
    void whatWasDeactivatedIsInNoGrantThatWasAskedForAfterTheAnswer() throws Exception {
        String user = SessionApi.newUser();
        String session = SessionApi.session(user);
        var key = Thing.secret(user, "KEY").known();
        try (var threads = Executors.newFixedThreadPool(6)) {
            for (int round = 0; round < 15; round++) {
                SessionApi.user(user).activate(session, key.id());
                var others = IntStream.range(0, 4).mapToObj(each -> threads.submit(() -> SessionApi.grant(session))).toList();

                SessionApi.user(user).post("/v1/sessions/" + session + "/deactivations", Map.of("all", true)).statusCode(200);

                var after = IntStream.range(0, 4).mapToObj(each -> threads.submit(() -> SessionApi.activeIds(session))).toList();
                for (Future<List<String>> answer : after)
                    assertThat(answer.get()).isEmpty();
                for (Future<Response> answer : others)
                    assertThat(answer.get().<List<String>>path("items.id").size()).as("an odd revision has it, an even one not")
                            .isEqualTo(answer.get().<Integer>path("revision") % 2);
            }
        }
    }

    private static String active(String user) {
        String session = SessionApi.session(user);
        SessionApi.user(user).activate(session, Thing.secret(user, "KEY").known().id());
        return session;
    }

    /** Asks about all of these at once; gives the answers by session. */
    private static Map<String, List<ExtractableResponse<Response>>> atOnce(List<String> sessions) throws Exception {
        try (var threads = Executors.newFixedThreadPool(16)) {
            Map<String, List<ExtractableResponse<Response>>> answers = new java.util.HashMap<>();
            List<Callable<ExtractableResponse<Response>>> calls = sessions.stream().map(GrantsAtOnceTest::call).toList();
            var futures = threads.invokeAll(calls);
            for (int at = 0; at < sessions.size(); at++)
                answers.computeIfAbsent(sessions.get(at), session -> new ArrayList<>()).add(futures.get(at).get());
            return answers;
        }
    }

    private static Callable<ExtractableResponse<Response>> call(String session) {
        return () -> SessionApi.injector().post("/internal/v1/sessions/" + session + "/grants", Map.of("purpose", "deliver")).extract();
    }
}
