package ai.igent.maestro.vault.keyjob;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import ai.igent.maestro.test.Database;
import ai.igent.maestro.vault.VaultApi;
import ai.igent.maestro.vault.VaultTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

/** Rotating the key that wraps data keys, and wrapping them anew. */
@VaultTest
class RewrapTest {
    @Inject
    Database database;

    @ConfigProperty(name = "maestro.envelope.key-ring.file")
    Path ring;

    /** A second request is answered with the job that is under way, and that one may know nothing of what is registered since. */
    @BeforeEach
    void endWhatOthersAskedFor() {
        Operator.does("rewrap");
    }

    @Test
    void afterARotationNewKeysAreWrappedByTheNewVersionAndOldOnesGoOn() {
        var earlier = VaultApi.as("before-rotation");
        String id = earlier.register("EARLIER", "canary-earlier");
        long before = version("before-rotation");

        assertThat(Operator.does("rotate").getString("status")).isEqualTo("done");

        VaultApi.as("after-rotation").register("LATER", "canary-later");
        assertThat(version("after-rotation")).isGreaterThan(before);
        assertThat(version("before-rotation")).isEqualTo(before);
        assertRevealed(earlier, id, "canary-earlier");
    }

    @Test
    void rewrappingWrapsEveryKeyWithTheNewestVersionAndChangesNoValue() {
        var user = VaultApi.as("rewrapped");
        String id = user.register("REWRAPPED", "canary-rewrapped");
        String row = database.column("select concat(data_key, mac) from secret where id = ?", id).getFirst();
        Operator.does("rotate");

        var job = Operator.does("rewrap");

        assertThat(job.getLong("done")).isPositive();
        assertThat(job.getLong("done") + job.getLong("failed")).isEqualTo(job.getLong("total"));
        VaultApi.as("wrapped-newest").register("NEWEST", "canary-newest");
        assertThat(version("rewrapped")).isEqualTo(version("wrapped-newest"));
        assertThat(database.column("select concat(data_key, mac) from secret where id = ?", id)).containsExactly(row);
        assertRevealed(user, id, "canary-rewrapped");
    }

    @Test
    void aKeyThatWasChangedByHandIsNamedAndTheOthersAreRewrapped() {
        VaultApi.as("key-forger").register("FORGED", "canary-forged");
        var other = VaultApi.as("key-honest");
        String id = other.register("HONEST", "canary-honest");
        database.execute("update data_key set ciphertext = 'local:AAAA' where owner = 'user:key-forger'");
        String forged = database.column("select id::text from data_key where owner = 'user:key-forger'").getFirst();
        Operator.does("rotate");

        var job = Operator.does("rewrap");

        assertThat(job.getString("status")).isEqualTo("done-with-failures");
        assertThat(job.getList("failures.id")).contains(forged);
        assertThat(job.getString("failures.find { it.id == '" + forged + "' }.code")).isEqualTo("broken");
        assertThat(database.column("select ciphertext from data_key where id = cast(? as uuid)", forged)).containsExactly("local:AAAA");
        assertRevealed(other, id, "canary-honest");
    }

    @Test
    void aReplicaThatTakesOverRewrapsWhatTheDeadOneDidNotStore() throws Throwable {
        var user = VaultApi.as("taken-over-key");
        String id = user.register("TAKEN", "canary-taken");
        Operator.does("rotate");
        long before = version("taken-over-key");
        var job = new String[1];
        database.whileLocking("select 1 from data_key where owner = 'user:taken-over-key' for update", () -> {
            job[0] = Operator.asksTo("rewrap");
            Operator.await(job[0], state -> state.get("total") != null);
            database.execute("update key_job set fence = fence + 1, lease_until = now() + interval '1 hour' where id = ?", job[0]);
        });
        database.whileLocking("select 1 from data_key where owner = 'user:taken-over-key' for update",
                () -> assertThat(version("taken-over-key")).isEqualTo(before));

        database.execute("update key_job set lease_until = null where id = ?", job[0]);
        Operator.awaitEnd(job[0]);

        assertThat(version("taken-over-key")).isGreaterThan(before);
        assertRevealed(user, id, "canary-taken");
    }

    @Test
    void whileTheKeyServiceIsAwayTheJobSaysSoAndGoesOnWhenItIsBack() throws IOException {
        VaultApi.as("waiting-key").register("WAITING", "canary-waiting");
        Operator.does("rotate");
        Path away = ring.resolveSibling("key-ring-away");
        Files.move(ring, away);
        String job;
        try {
            job = Operator.asksTo("rewrap");
            var state = Operator.await(job, now -> "retrying".equals(now.getString("status")));
            assertThat(state.getString("lastError.code")).isEqualTo("key-service-unavailable");
        } finally {
            Files.move(away, ring);
        }

        var end = Operator.awaitEnd(job);

        assertThat(end.getString("lastError")).isNull();
        assertThat(version("waiting-key")).isEqualTo(database.count("select max(key_version) from data_key"));
    }

    private long version(String user) {
        return database.count("select max(key_version) from data_key where owner = ?", "user:" + user);
    }

    private static void assertRevealed(VaultApi user, String id, String value) {
        user.request().post("/v1/secrets/" + id + "/reveal").then().statusCode(200).body("value", equalTo(value));
    }
}
