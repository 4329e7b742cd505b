package ai.igent.maestro.envelope.vault;

import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import ai.igent.maestro.embedded.VaultApi;
import ai.igent.maestro.test.PreparedVault;

import static org.assertj.core.api.Assertions.assertThat;

/** What the script of deploy/vault makes of a Vault: run twice, and each service may do its own and nothing else. */
class VaultPolicyTest {
    private static final List<String> SERVICES = List.of("vault-service", "session-service", "oauth-service", "audit-service");
    private static final String CONTEXT = Base64.getEncoder().encodeToString("user:alice|1".getBytes());

    private static PreparedVault vault;

    @BeforeAll
    static void prepareTwice() {
        vault = new PreparedVault();
        vault.prepare(Map.of());
    }

    @AfterAll
    static void stop() {
        vault.close();
    }

    static List<String> services() {
        return SERVICES;
    }

    @Test
    void runningTheScriptAgainChangesNothing() {
        vault.as("vault-service").post("transit/keys/vault-service/rotate", Map.of());
        String key = vault.root().get("transit/keys/vault-service").at("/data").toString();
        String role = vault.roleId("vault-service");

        String said = vault.prepare(Map.of());

        assertThat(said).doesNotContain("made", "enabled");
        assertThat(vault.root().get("transit/keys/vault-service").at("/data")).hasToString(key);
        assertThat(vault.roleId("vault-service")).isEqualTo(role);
    }

    @Test
    void theKeysAreDerivedAndStayInVault() {
        for (String service : SERVICES) {
            var key = vault.root().get("transit/keys/" + service).at("/data");
            assertThat(key.at("/derived").asBoolean()).isTrue();
            assertThat(key.at("/type").asText()).isEqualTo("aes256-gcm96");
            for (String open : List.of("exportable", "allow_plaintext_backup", "deletion_allowed"))
                assertThat(key.at("/" + open).asBoolean()).as(open).isFalse();
            assertThat(key.at("/auto_rotate_period").asInt()).isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("services")
    void aServiceMayDoWhatItNeedsWithItsOwnKey(String service) {
        var api = vault.as(service);
        String wrapped = api.post("transit/datakey/plaintext/" + service, Map.of("context", CONTEXT)).at("/data/ciphertext").asText();

        api.post("transit/decrypt/" + service, Map.of("context", CONTEXT, "ciphertext", wrapped));
        api.post("transit/rewrap/" + service, Map.of("context", CONTEXT, "ciphertext", wrapped));
        api.post("transit/keys/" + service + "/rotate", Map.of());
        api.get("transit/keys/" + service);
        api.get("auth/token/lookup-self");
        api.post("auth/token/renew-self", Map.of());
    }

    @ParameterizedTest
    @MethodSource("services")
    void aServiceMayDoNothingElse(String service) {
        var api = vault.as(service);

        others(service).forEach(other -> {
            denied(api, "POST", "transit/datakey/plaintext/" + other);
            denied(api, "POST", "transit/decrypt/" + other);
            denied(api, "POST", "transit/rewrap/" + other);
            denied(api, "POST", "transit/keys/" + other + "/rotate");
            denied(api, "GET", "transit/keys/" + other);
            denied(api, "POST", "auth/approle/role/" + other + "/secret-id");
            denied(api, "GET", "auth/approle/role/" + other + "/role-id");
        });
        for (String path : List.of("transit/encrypt/", "transit/datakey/wrapped/", "transit/sign/", "transit/hmac/", "transit/verify/",
                "transit/trim/", "transit/restore/"))
            denied(api, "POST", path + service);
        for (String path : List.of("transit/export/encryption-key/", "transit/byok-export/x/", "transit/backup/"))
            denied(api, "GET", path + service);
        denied(api, "POST", "transit/keys/" + service);
        denied(api, "DELETE", "transit/keys/" + service);
        for (String path : List.of("/config", "/trim", "/import", "/import_version"))
            denied(api, "POST", "transit/keys/" + service + path);
        denied(api, "GET", "transit/keys?list=true");
        denied(api, "POST", "auth/approle/role/" + service + "/secret-id");
        denied(api, "POST", "auth/approle/role/" + service);
        for (String path : List.of("sys/mounts", "sys/auth", "sys/policies/acl?list=true", "sys/policies/acl/maestro-" + service,
                "sys/audit",
                "sys/leases/lookup", "sys/raw/x", "sys/storage/raft/snapshot", "secret/data/x", "cubbyhole/x",
                "identity/entity/id?list=true",
                "auth/token/accessors?list=true"))
            denied(api, "GET", path);
        for (String path : List.of("sys/seal", "sys/policies/acl/maestro-" + service, "sys/mounts/mine", "sys/auth/mine", "sys/audit/mine",
                "sys/wrapping/wrap", "auth/token/create", "auth/token/create-orphan", "auth/token/revoke-accessor", "cubbyhole/x"))
            denied(api, "POST", path);
    }

    @Test
    void aTokenHasOnlyTheServicesPolicyAndEnds() {
        var token = vault.as("vault-service").get("auth/token/lookup-self").at("/data");

        assertThat(token.at("/policies").toString()).isEqualTo("[\"maestro-vault-service\"]");
        assertThat(token.at("/ttl").asInt()).isBetween(1, 3600);
    }

    private static Stream<String> others(String service) {
        return SERVICES.stream().filter(other -> !other.equals(service));
    }

    private static void denied(VaultApi api, String method, String path) {
        assertThat(api.status(method, path, method.equals("POST") ? Map.of("context", CONTEXT) : Map.of())).as(method + " " + path)
                .isEqualTo(403);
    }
}
