package ai.igent.maestro.session;

import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import ai.igent.maestro.test.Database;
import ai.igent.maestro.vocabulary.Source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

@SessionTest
class DeactivationTest {
    private final String user = SessionApi.newUser();
    private String session;
    private String deactivations;
    private Thing aws;
    private Thing database;

    @Inject
    Database rows;

    @BeforeEach
    void prepare() {
        session = SessionApi.session(user);
        deactivations = "/v1/sessions/" + session + "/deactivations";
        aws = Thing.secret(user, "AWS_KEY").of("aws", null).known();
        database = Thing.secret(user, "DATABASE_URL").of("postgresql", null).known();
    }

    @Test
    void endsConsentAtOnceByIdAndOnRecord() {
        activateBoth();

        SessionApi.user(user).post(deactivations, Map.of("ids", List.of(aws.id()))).statusCode(200).body("revision", equalTo(2))
                .body("status", equalTo("pending")).body("deactivated.id", contains(aws.id()));

        assertThat(SessionApi.activeIds(session)).containsExactly(database.id());
        assertThat(rows.records(session)).contains("activation.deactivated success deactivated");
    }

    @Test
    void anAgentDeactivatesByPhraseEvenWhileTheOwnersAreAway() {
        activateBoth();
        Owners.away(Source.VAULT);
        try {
            SessionApi.agent(session).post(deactivations, Map.of("phrase", "Deactivate AWS secrets")).statusCode(200)
                    .body("deactivated.id", contains(aws.id()));
        } finally {
            Owners.back(Source.VAULT);
        }
        assertThat(SessionApi.activeIds(session)).containsExactly(database.id());
    }

    @Test
    void endsEverythingAndThenNothing() {
        activateBoth();
        SessionApi.report(session, 1);

        SessionApi.user(user).post(deactivations, Map.of("all", true)).statusCode(200).body("deactivated.size()", equalTo(2));
        SessionApi.report(session, 2);
        SessionApi.user(user).post(deactivations, Map.of("all", true)).statusCode(200).body("deactivated", empty())
                .body("revision", equalTo(2)).body("status", equalTo("applied"));
    }

    @Test
    void aPhraseThatActivatesDeactivatesNothing() {
        activateBoth();

        SessionApi.user(user).post(deactivations, Map.of("phrase", "activate AWS")).statusCode(200).body("deactivated", empty());

        assertThat(SessionApi.activeIds(session)).hasSize(2);
    }

    @Test
    void saysWhyAPhraseMayHaveEndedLessThanItMeant() {
        activateBoth();

        SessionApi.agent(session).post(deactivations, Map.of("phrase", "Deactivate aws and the frobnicator")).statusCode(200)
                .body("deactivated.id", contains(aws.id())).body("warnings.code", contains("not-active"));
        SessionApi.agent(session).post(deactivations, Map.of("phrase", "do not deactivate the database")).statusCode(200)
                .body("deactivated", empty()).body("warnings.code", contains("negated"));
        SessionApi.agent(session).post(deactivations, Map.of("phrase", "turn everything off")).statusCode(200)
                .body("deactivated.id", contains(database.id())).body("warnings", empty());
    }

    @Test
    void whatThePhraseWantsToHaveIsNotEverythingElse() {
        activateBoth();

        SessionApi.agent(session).post(deactivations, Map.of("phrase", "use aws and turn everything else off")).statusCode(200)
                .body("deactivated.id", contains(database.id()));
    }

    @Test
    void exactlyOneFormIsGiven() {
        for (Map<String, ?> form : List.<Map<String, ?>>of(Map.of(), Map.of("all", false),
                Map.of("all", true, "phrase", "turn everything off"),
                Map.of("ids", List.of()), Map.of("all", "true")))
            SessionApi.user(user).post(deactivations, form).statusCode(422);
    }

    @Test
    void isNobodyElses() {
        SessionApi.user("carol").post(deactivations, Map.of("all", true)).statusCode(404);
        SessionApi.agent(SessionApi.session(user)).post(deactivations, Map.of("all", true)).statusCode(404);
        SessionApi.platform().post(deactivations, Map.of("all", true)).statusCode(403);
    }

    private void activateBoth() {
        SessionApi.user(user).activate(session, aws.id(), database.id());
    }
}
