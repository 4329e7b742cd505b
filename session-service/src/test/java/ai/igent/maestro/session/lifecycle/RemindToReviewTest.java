package ai.igent.maestro.session.lifecycle;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkus.vertx.VertxContextSupport;

import ai.igent.maestro.session.SessionScene;
import ai.igent.maestro.session.SessionTest;
import ai.igent.maestro.test.Database;
import ai.igent.maestro.test.JsonSchemas;

import static org.assertj.core.api.Assertions.assertThat;

@SessionTest
class RemindToReviewTest {
    private static final String REMINDER = "session.review-due";

    private final SessionScene scene = SessionScene.ofNewUser();

    @Inject
    RemindToReview remindToReview;
    @Inject
    Database database;

    @Test
    void whatHasBeenActiveForLongIsBroughtToMindOnceInEachPeriod() throws Throwable {
        String session = scene.sessionWithSomethingActive();
        due(session);

        remind();
        remind();
        assertThat(database.events("sessions.v1", session)).containsOnlyOnce(REMINDER);

        due(session);
        remind();
        assertThat(database.events("sessions.v1", session)).filteredOn(REMINDER::equals).hasSize(2);
        for (String data : database.column("select data from outbox_message where type = ? and subject = ?", REMINDER, session))
            JsonSchemas.assertValid(REMINDER, data);
    }

    @Test
    void aChangeOfTheSetStartsThePeriodAnew() throws Throwable {
        String session = scene.sessionWithSomethingActive();
        due(session);
        scene.activateAnother(session);

        remind();

        assertThat(database.events("sessions.v1", session)).doesNotContain(REMINDER);
    }

    @Test
    void whereNothingIsActiveThereIsNothingToReview() throws Throwable {
        String session = scene.sessionWithSomethingActive();
        scene.deactivateAll(session);
        assertThat(database.column("select review_due_at from session where id = ?", session)).containsExactly((String) null);

        String timeUp = scene.sessionWithSomethingActive();
        due(timeUp);
        database.execute("update activation set active_until = now() - interval '1 second' where session_id = ?", timeUp);
        remind();

        assertThat(database.events("sessions.v1", timeUp)).doesNotContain(REMINDER);
    }

    private void due(String session) {
        assertThat(database.execute(
                "update session set review_due_at = now() - interval '1 second' where id = ? and review_due_at is not null",
                session)).isEqualTo(1);
    }

    private void remind() throws Throwable {
        VertxContextSupport.subscribeAndAwait(() -> remindToReview.run());
    }
}
