package ai.igent.maestro.rewrap;

import java.net.URL;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;

import ai.igent.maestro.envelope.OwnerKeys;
import ai.igent.maestro.test.Database;
import ai.igent.maestro.test.PreparedVault;
import ai.igent.maestro.test.RealServers;
import ai.igent.maestro.test.RealVault;
import ai.igent.maestro.vocabulary.Owner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A real Vault rotates its transit key, and takes old versions of it out of use. */
@QuarkusTest
@WithTestResource(RealServers.class)
@WithTestResource(value = RealVault.class, initArgs = @ResourceArg(name = "service", value = "session-service"))
class RewrapTest {
    private static final String KEY = "transit/keys/session-service";
    private static int owners;

    @RealVault.Injected
    PreparedVault vault;

    @TestHTTPResource("/q/metrics")
    URL metrics;

    @Inject
    Database database;

    @Inject
    OwnerKeys keys;

    @Inject
    RewrapDataKeys rewrapDataKeys;

    @Inject
    OldestVersion oldestVersion;

    private Owner owner;

    @BeforeEach
    void givenAnOwnerWithAKey() throws Throwable {
        owner = Owner.user("rewrap-" + ++owners);
        use();
    }

    @Test
    void afterARotationEveryStoredKeyIsWrappedAnewAndOnRecord() throws Throwable {
        long recorded = recorded("success");
        vault.root().post(KEY + "/rotate", Map.of());

        rewrap();

        assertThat(database.count("select count(*) from data_key where key_version < ?", newest())).isZero();
        assertThat(recorded("success")).isEqualTo(recorded + 1);
        use();
    }

    @Test
    void whereNothingWasRotatedNothingHappens() throws Throwable {
        rewrap();
        var before = database.column("select ciphertext from data_key order by id");
        long recorded = recorded("success");

        rewrap();

        assertThat(database.column("select ciphertext from data_key order by id")).isEqualTo(before);
        assertThat(recorded("success")).isEqualTo(recorded);
    }

    @Test
    void aKeyThatWasChangedByHandIsOnRecordOnceAndTheOthersAreWrapped() throws Throwable {
        database.execute("update data_key set ciphertext = 'vault:v1:AAAA' where owner = ?", owner.text());
        Owner broken = owner;
        givenAnOwnerWithAKey();
        long recorded = recorded("failure");
        vault.root().post(KEY + "/rotate", Map.of());

        rewrap();
        rewrap();

        assertThat(recorded("failure")).isEqualTo(recorded + 1);
        assertThat(database.count("select key_version from data_key where owner = ?", owner.text())).isEqualTo(newest());
        database.execute("delete from data_key where owner = ?", broken.text());
    }

    @Test
    void onlyVersionsThatNoKeyNeedsAreTakenOutOfUse() throws Throwable {
        rewrap();
        long before = newest();
        vault.root().post(KEY + "/rotate", Map.of());

        assertThat(retire()).contains("unwraps from version " + before + " on");
        use();
        rewrap();
        assertThat(retire()).contains("unwraps from version " + (before + 1) + " on");

        assertThat(vault.root().get(KEY).at("/data/min_decryption_version").asLong()).isEqualTo(before + 1);
        use();
    }

    @Test
    void aServiceThatDoesNotSayWhatItNeedsKeepsEveryVersion() throws Throwable {
        rewrap();
        long before = vault.root().get(KEY).at("/data/min_decryption_version").asLong();
        vault.root().post(KEY + "/rotate", Map.of());

        VertxContextSupport.subscribeAndAwait(oldestVersion::look);
        String other = metrics.toString().replace("/q/metrics", "/q/health/live");
        assertThatThrownBy(() -> vault.run("retire.sh", Map.of(), "session-service", other)).hasMessageContaining("does not say");
        assertThatThrownBy(() -> vault.run("retire.sh", Map.of(), "session-service", "http://127.0.0.1:1/q/metrics"))
                .hasMessageContaining("does not say");
        assertThatThrownBy(() -> vault.run("retire.sh", Map.of(), "oauth-service", metrics.toString()))
                .hasMessageContaining("does not say");

        assertThat(vault.root().get(KEY).at("/data/min_decryption_version").asLong()).isEqualTo(before);
    }

    private String retire() throws Throwable {
        VertxContextSupport.subscribeAndAwait(oldestVersion::look);
        return vault.run("retire.sh", Map.of(), "session-service", metrics.toString());
    }

    private void rewrap() throws Throwable {
        VertxContextSupport.subscribeAndAwait(rewrapDataKeys::all);
    }

    private void use() throws Throwable {
        VertxContextSupport.subscribeAndAwait(() -> keys.with(owner, key -> key.wrapped().id()));
    }

    private long newest() {
        return vault.root().get(KEY).at("/data/latest_version").asLong();
    }

    private long recorded(String outcome) {
        return database.count("select count(*) from outbox_message where topic = 'audit-records.v1' and data like ?",
                "%\"data-key.rewrapped\"%\"" + outcome + "\"%");
    }
}
