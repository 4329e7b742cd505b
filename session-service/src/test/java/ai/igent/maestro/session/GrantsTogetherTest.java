package ai.igent.maestro.session;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;

import ai.igent.maestro.test.Database;
import ai.igent.maestro.test.TestTokens;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

/** Questions about several sessions in one call: each stands for itself. */
@SessionTest
class GrantsTogetherTest {
    private static final String PATH = "/internal/v1/grants";
    private static final String DELIVERED = "bundle.delivered success deliver";
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

    private final String user = SessionApi.newUser();
    private final String other = SessionApi.newUser();
    private String session;
    private String others;
    private Thing key;
    private Thing othersKey;

    @Inject
    Database database;

    @BeforeEach
    void prepare() {
        session = SessionApi.session(user);
        others = SessionApi.session(other);
        key = Thing.secret(user, "KEY").known();
        othersKey = Thing.secret(other, "KEY").known();
        SessionApi.user(user).activate(session, key.id());
        SessionApi.user(other).activate(others, othersKey.id());
    }

    @Test
    void eachIsAnsweredInItsPlaceAndEveryDeliveryIsOnRecordOnce() {
        ask(List.of(deliver(session), deliver(others))).statusCode(200).header("Cache-Control", "no-store")
                .body("answers[0].items.id", contains(key.id())).body("answers[0].grant", notNullValue())
                .body("answers[1].items.id", contains(othersKey.id())).body("answers[1].items[0].owner.id", equalTo(other));

        for (String each : List.of(session, others))
            assertThat(database.records(each)).containsOnlyOnce(DELIVERED);
    }

    @Test
    void theSameSessionTwiceIsTwoDeliveries() {
        ask(List.of(deliver(session), deliver(session))).body("answers.revision", contains(1, 1));

        assertThat(database.records(session)).filteredOn(DELIVERED::equals).hasSize(2);
    }

    @Test
    void isSignedOnlyForWhoDoesNotHaveTheRevision() {
        ask(List.of(question(session, "build", 1L), question(others, "build", 0L))).body("answers[0].grant", nullValue())
                .body("answers[1].grant", notNullValue());

        assertThat(database.records(session)).doesNotContain(DELIVERED);
    }

    @Test
    void maySignForDifferentSessionsTogether() {
        var answers = askTogether(List.of(deliver(session), deliver("ses_" + "0".repeat(32)), deliver(others)));

        answers.statusCode(200).body("answers[0].grant", nullValue()).body("answers[1]", nullValue()).body("answers[2].grant", nullValue())
                .body("shared.answers", contains(List.of(0, 2)));
        assertThat(grants(answers.extract().path("shared[0].grant"))).extracting("session").containsExactly(session, others);
    }

    /** Which of the two would be meant could not be said. */
    @Test
    void signsForOneSessionTwiceApart() {
        askTogether(List.of(deliver(session), deliver(session))).body("shared.answers", contains(List.of(0), List.of(1)));
    }

    @Test
    void signsNoMoreTogetherThanAnOwnerIsAskedAtOnce() {
        var many = Stream.generate(() -> SessionApi.session(user)).limit(17).map(GrantsTogetherTest::deliver).toList();

        askTogether(many).body("shared.collect { it.answers.size() }", contains(16, 1));
    }

    @Test
    void signsTogetherOnlyForWhoDoesNotHaveTheRevision() {
        askTogether(List.of(question(session, "build", 1L), question(others, "build", 0L))).body("answers[1].grant", nullValue())
                .body("shared.answers", contains(List.of(1)));
        askTogether(List.of(question(session, "build", 1L))).body("shared", empty());
    }

    /** Asked twice: the second time the set is known here. */
    @Test
    void leavesOutWhatIsActiveOnlyForWhoHasTheRevisionAndTakesThat() {
        var questions = List.of(question(session, "deliver", 1L), question(others, "build", 0L));
        for (int asked = 1; asked <= 2; asked++) {
            askBriefly(questions).statusCode(200)
                    .body("answers[0].items", nullValue()).body("answers[0].revision", equalTo(1))
                    .body("answers[0].expiresAt", notNullValue()).body("answers[1].items.id", contains(othersKey.id()));
            assertThat(database.records(session)).filteredOn(DELIVERED::equals).hasSize(asked);
        }
        ask(questions).body("answers[0].items.id", contains(key.id()));
    }

    @Test
    void whatIsNoLongerActiveIsMissingFromTheNextAnswerThoughItWasKnown() {
        Thing second = Thing.secret(user, "SECOND").known();
        SessionApi.user(user).activate(session, second.id());
        ask(List.of(deliver(session))).body("answers[0].items.id", containsInAnyOrder(key.id(), second.id()));

        SessionApi.user(user).post("/v1/sessions/" + session + "/deactivations", Map.of("ids", List.of(key.id()))).statusCode(200);

        ask(List.of(deliver(session))).body("answers[0].items.id", contains(second.id()));
    }

    @Test
    void whatHasNoGrantForAnAnswerIsLeftOpenAndHoldsUpNoOther() {
        SessionApi.user(user).post("/v1/sessions/" + session + "/end").statusCode(200);

        ask(List.of(deliver(session), deliver("ses_" + "0".repeat(32)), deliver(others))).statusCode(200).body("answers[0]", nullValue())
                .body("answers[1]", nullValue()).body("answers[2].items.id", contains(othersKey.id()));
    }

    @Test
    void whatOnlyTheSessionsLockCanTellIsLeftOpen() {
        database.execute("update activation set active_until = now() - interval '1 second' where session_id = ?", session);

        ask(List.of(deliver(session), deliver(others))).body("answers[0]", nullValue()).body("answers[1].items.id",
                contains(othersKey.id()));

        assertThat(database.records(session)).doesNotContain(DELIVERED);
    }

    @Test
    void theRecordBelongsToTheTraceOfItsOwnFetch() {
        var traced = new HashMap<>(deliver(session));
        traced.put("traceparent", "00-" + TRACE + "-b7ad6b7169203331-01");

        ask(List.of(traced, deliver(others))).statusCode(200);

        assertThat(database.column("""
                select traceparent from\s""" + Database.RECORDS + """
                where record ->> 'type' = 'bundle.delivered' and record ->> 'session' = ?""", session)).isNotEmpty()
                .allMatch(trace -> trace.contains(TRACE));
    }

    @Test
    void noQuestionsAreNoAnswersAndWhatIsNoneIsRefused() {
        ask(List.of()).statusCode(200).body("answers", empty());
        ask(Collections.nCopies(65, deliver(session))).statusCode(422);
        SessionApi.injector().post(PATH, Map.of()).statusCode(422);
        ask(List.of(Map.of("session", "x", "purpose", "deliver"))).statusCode(422);
        ask(List.of(Map.of("session", session))).statusCode(422);
    }

    @Test
    void onlyTheInjectorAsks() {
        for (String token : List.of(TestTokens.user(user), TestTokens.platform(), TestTokens.service("vault-service")))
            SessionApi.with(token).post(PATH, Map.of("questions", List.of(deliver(session)))).statusCode(403);

        assertThat(database.records(session)).doesNotContain(DELIVERED);
    }

    private static Map<String, Object> deliver(String session) {
        return question(session, "deliver", null);
    }

    private static Map<String, Object> question(String session, String purpose, Long have) {
        Map<String, Object> question = new HashMap<>(Map.of("session", session, "purpose", purpose));
        question.put("have", have);
        return question;
    }

    private static ValidatableResponse askTogether(List<Map<String, Object>> questions) {
        return SessionApi.injector().post(PATH + "?together=true", Map.of("questions", questions));
    }

    private static ValidatableResponse askBriefly(List<Map<String, Object>> questions) {
        return given().auth().oauth2(TestTokens.service("sandbox-injector")).header("Prefer", "return=minimal")
                .contentType(ContentType.JSON)
                .body(Map.of("questions", questions)).post(PATH).then();
    }

    /** The claims, unverified: that owners accept them is the verifier's own test. */
    private static List<Map<String, Object>> grants(String signed) {
        return JsonPath.from(new String(Base64.getUrlDecoder().decode(signed.split("\\.")[1]), StandardCharsets.UTF_8)).getList("grants");
    }

    private static ValidatableResponse ask(List<Map<String, Object>> questions) {
        return SessionApi.injector().post(PATH, Map.of("questions", questions));
    }
}
