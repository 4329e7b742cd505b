package ai.igent.maestro.session.lifecycle;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkus.vertx.VertxContextSupport;

import ai.igent.maestro.session.SessionScene;
import ai.igent.maestro.session.SessionTest;
import ai.igent.maestro.test.Database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@SessionTest
class EndWhatIsDueTest {
    private final SessionScene scene = SessionScene.ofNewUser();

    @Inject
    EndWhatIsDue endWhatIsDue;
    @Inject
    Database database;

    @Test
    void aSessionThatCannotBeEndedKeepsNothingElseFromEnding() {
        String failing = scene.sessionWithSomethingActive();
        database.execute("update activation set owner = 'user:' where session_id = ?", failing);
        database.execute("update session set expires_at = now() - interval '1 second' where id = ?", failing);
        String due = scene.sessionWithSomethingActive();
        database.execute("update activation set active_until = now() - interval '1 second' where session_id = ?", due);
        try {
            assertThatThrownBy(() -> VertxContextSupport.subscribeAndAwait(() -> endWhatIsDue.run())).isNotNull();

            assertThat(notEnded(failing)).isEqualTo(1);
            assertThat(notEnded(due)).isZero();
        } finally {
            database.execute("delete from activation where session_id = ?", failing);
        }
    }

    private long notEnded(String session) {
        return database.count("select count(*) from activation where session_id = ? and ended_at is null", session);
    }
}
