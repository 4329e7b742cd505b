package ai.igent.maestro.vault.keyjob;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkus.vertx.VertxContextSupport;

import ai.igent.maestro.test.Database;
import ai.igent.maestro.vault.VaultApi;
import ai.igent.maestro.vault.VaultTest;

import static org.assertj.core.api.Assertions.assertThat;

/** Retired keys go when nothing needs them any more, and not before. */
@VaultTest
class DeleteRetiredKeysTest {
    @Inject
    Database database;

    @Inject
    DeleteRetiredKeys deleteRetiredKeys;

    @Test
    void oneThatNothingIsSealedUnderIsDeletedAfterItsTime() throws Throwable {
        VaultApi.as("retirer").register("MOVED", "canary-moved");
        Operator.does("reencrypt");
        VertxContextSupport.subscribeAndAwait(deleteRetiredKeys::some);
        assertThat(keysOf("retirer")).isEqualTo(2);

        retiredThreeDaysAgo("retirer");
        VertxContextSupport.subscribeAndAwait(deleteRetiredKeys::some);

        assertThat(keysOf("retirer")).isEqualTo(1);
    }

    @Test
    void oneThatAnEarlierVersionIsSealedUnderStays() throws Throwable {
        var user = VaultApi.as("needer");
        user.register("NEEDED", "canary-needed");
        database.execute("update data_key set retired_at = now() where owner = 'user:needer'");
        user.register("OTHER", "canary-other");
        retiredThreeDaysAgo("needer");

        VertxContextSupport.subscribeAndAwait(deleteRetiredKeys::some);

        assertThat(keysOf("needer")).isEqualTo(2);
    }

    @Test
    void aDestroyedOneStaysAsLongAsItsSecretsAreThere() throws Throwable {
        var user = VaultApi.as("destroyed-needer");
        String id = user.register("NEEDED", "canary-needed");
        Operator.awaitEnd(Operator.destroys("user:destroyed-needer"));
        retiredThreeDaysAgo("destroyed-needer");
        VertxContextSupport.subscribeAndAwait(deleteRetiredKeys::some);
        assertThat(keysOf("destroyed-needer")).isEqualTo(1);

        user.delete("/v1/secrets/" + id + "?purge=true").statusCode(204);
        VertxContextSupport.subscribeAndAwait(deleteRetiredKeys::some);

        assertThat(keysOf("destroyed-needer")).isZero();
    }

    private void retiredThreeDaysAgo(String user) {
        database.execute("update data_key set retired_at = now() - interval '3 days' where retired_at is not null and owner = ?",
                "user:" + user);
    }

    private long keysOf(String user) {
        return database.count("select count(*) from data_key where owner = ?", "user:" + user);
    }
}
