package ai.igent.maestro.vault;

import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import ai.igent.maestro.test.Database;

import static org.assertj.core.api.Assertions.assertThat;

/** The data keys as they are kept in this service's database. */
@VaultTest
class OwnerKeysTest {
    @Inject
    Database database;

    @Test
    void manyFirstSecretsAtOnceShareOneKey() throws Exception {
        var user = VaultApi.as("first-timer");
        try (var threads = Executors.newCachedThreadPool()) {
            var registrations = threads.invokeAll(IntStream.range(0, 16)
                    .<Callable<String>>mapToObj(i -> () -> user.register("FIRST_" + i, "canary-" + i)).toList());
            for (var registration : registrations)
                assertThat(registration.get()).startsWith("sec_");
        }

        assertThat(database.count("select count(*) from data_key where owner = 'user:first-timer'")).isEqualTo(1);
        assertThat(database.count("select count(distinct data_key) from secret where owner = 'user:first-timer'")).isEqualTo(1);
    }

    @Test
    void everyOwnerHasItsOwn() {
        VaultApi.as("keeper-1").register("A", "canary-1");
        VaultApi.as("keeper-2").register("A", "canary-2");

        assertThat(database.count("select count(distinct data_key) from secret where owner in ('user:keeper-1', 'user:keeper-2')"))
                .isEqualTo(2);
    }
}
