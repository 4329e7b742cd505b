package ai.igent.maestro.vault.secret;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;

import ai.igent.maestro.test.Database;
import ai.igent.maestro.test.JsonSchemas;
import ai.igent.maestro.test.SentEvents;
import ai.igent.maestro.vault.VaultApi;
import ai.igent.maestro.vault.VaultTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;

/** That a new value is due is told once for each due time, whatever happens meanwhile. */
@VaultTest
class RotationTest {
    private static int names;

    private final VaultApi user = VaultApi.as("rotator");
    private String id;

    @Inject
    Database database;

    @Inject
    Aging aging;

    @Inject
    TellRotationsDue tellRotationsDue;

    @BeforeEach
    void givenASecretThatWantsANewValueEveryThirtyDays() {
        id = user.register(Map.of("name", "ROTATED_" + ++names, "value", "canary-one", "rotateEvery", "P30D"));
    }

    @Test
    void beforeItsTimeNothingIsTold() throws Throwable {
        tell();

        assertThat(told()).isZero();
        user.get(path()).body("warnings", empty());
    }

    @Test
    void whenItsTimeHasComeThatIsToldOnceAndShown() throws Throwable {
        thirtyDaysPass();

        tell();
        tell();

        assertThat(told()).isEqualTo(1);
        user.get(path()).body("warnings.code", contains("rotation-due"));
        var event = SentEvents.ofThisJvm().await("secrets.v1",
                each -> each.subject().equals(id) && each.type().equals("secret.rotation-due"));
        JsonSchemas.assertValid("secret.rotation-due", event.data());
        assertThat(event.data().get("sequence").asInt()).isEqualTo(2);
    }

    @Test
    void itIsOnRecordByTheServiceItself() throws Throwable {
        thirtyDaysPass();
        tell();

        var record = SentEvents.ofThisJvm().await("audit-records.v1", each -> each.data().at("/subject/id").asText().equals(id)
                && each.data().get("type").asText().equals("secret.rotation-due")).data();
        assertThat(record.at("/actor/kind").asText()).isEqualTo("system");
        JsonSchemas.assertValid("audit.recorded", record);
    }

    @Test
    void whatWasToldLeavesTheSecretUsable() throws Throwable {
        thirtyDaysPass();
        tell();

        user.changeValue(id, "canary-two");
        user.get(path()).body("warnings", empty());
    }

    @Test
    void aNewValueBeginsANewTime() throws Throwable {
        thirtyDaysPass();
        tell();
        user.changeValue(id, "canary-two");
        tell();
        assertThat(told()).isEqualTo(1);

        thirtyDaysPass();
        tell();
        assertThat(told()).isEqualTo(2);
    }

    @Test
    void anotherRhythmIsAnotherTimeAndAnotherLabelIsNot() throws Throwable {
        thirtyDaysPass();
        tell();

        user.patch(path(), Map.of("description", "x")).statusCode(200);
        tell();
        assertThat(told()).isEqualTo(1);

        user.patch(path(), Map.of("rotateEvery", "P15D")).statusCode(200);
        tell();
        assertThat(told()).isEqualTo(2);

        var none = new HashMap<String, Object>();
        none.put("rotateEvery", null);
        user.patch(path(), none).statusCode(200).body("warnings", empty());
        tell();
        assertThat(told()).isEqualTo(2);
    }

    @Test
    void ofWhatIsDeletedNothingIsToldUntilItIsBack() throws Throwable {
        thirtyDaysPass();
        user.delete(path()).statusCode(204);
        tell();
        assertThat(told()).isZero();

        user.request().post(path() + "/undelete").then().statusCode(200);
        tell();
        assertThat(told()).isEqualTo(1);
    }

    @Test
    void whatCannotBeAnnouncedIsStillDueAfterwards() throws Throwable {
        thirtyDaysPass();
        database.execute("alter table outbox_message rename to outbox_message_away");
        try {
            assertThat(catchThrowable(this::tell)).isNotNull();
        } finally {
            database.execute("alter table outbox_message_away rename to outbox_message");
        }

        tell();
        assertThat(told()).isEqualTo(1);
    }

    @Test
    void whatAnotherReplicaHasInHandIsLeftToIt() throws Throwable {
        thirtyDaysPass();

        database.whileLocking("select 1 from secret where id = '" + id + "' for update", this::tell);
        assertThat(told()).isZero();

        tell();
        assertThat(told()).isEqualTo(1);
    }

    @Test
    void twoReplicasAtOnceTellOnce() throws Throwable {
        List<String> many = new java.util.ArrayList<>();
        for (int i = 0; i < 20; i++)
            many.add(user.register(Map.of("name", "MANY_ROTATED_" + names + "_" + i, "value", "canary", "rotateEvery", "P30D")));
        for (String each : many)
            pass(each);

        var others = new java.util.concurrent.atomic.AtomicReference<Throwable>();
        var other = Thread.ofPlatform().start(() -> others.set(catchThrowable(this::tell)));
        tell();
        other.join(Duration.ofSeconds(30));
        tell();

        assertThat(others.get()).isNull();
        for (String each : many)
            assertThat(told(each)).isEqualTo(1);
    }

    @Test
    void theSchedulerComesToTheSame() throws Throwable {
        thirtyDaysPass();

        VertxContextSupport.subscribeAndAwait(() -> Uni.createFrom().deferred(tellRotationsDue::afterAWhile));
        assertThat(told()).isEqualTo(1);
    }

    private void thirtyDaysPass() throws Throwable {
        pass(id);
    }

    private void pass(String secret) throws Throwable {
        aging.pass(secret, Duration.ofDays(31));
    }

    private void tell() throws Throwable {
        VertxContextSupport.subscribeAndAwait(tellRotationsDue::all);
    }

    private long told() {
        return told(id);
    }

    private long told(String secret) {
        return database.events("secrets.v1", secret).stream().filter("secret.rotation-due"::equals).count();
    }

    private String path() {
        return "/v1/secrets/" + id;
    }
}
