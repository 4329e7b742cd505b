package ai.igent.maestro.session.report;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkus.vertx.VertxContextSupport;

import ai.igent.maestro.session.SessionTest;
import ai.igent.maestro.test.Database;
import ai.igent.maestro.vocabulary.SessionId;

import static org.assertj.core.api.Assertions.assertThat;

@SessionTest
class AwaitAppliedTest {
    private static final SessionId NOBODYS = new SessionId("ses_" + "0".repeat(32));

    @Inject
    AwaitApplied awaitApplied;
    @Inject
    Database database;

    @Test
    void aDatabaseThatAnswersLaterThanItIsAskedAgainIsNoFailure() throws Throwable {
        database.whileLocking("lock table session in access exclusive mode",
                () -> assertThat(VertxContextSupport.subscribeAndAwait(() -> awaitApplied.of(NOBODYS, 1)))
                        .isEqualTo(DeliveryStatus.PENDING));
    }
}
