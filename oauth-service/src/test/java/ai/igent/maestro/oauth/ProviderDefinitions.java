package ai.igent.maestro.oauth;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

import ai.igent.maestro.embedded.FreePort;

/**
 * The providers the service under test knows: {@code acme-accounts} with everything, {@code plain} without revocation, account and issuer, and
 * {@code unregistered} without a client. The first two are {@link PlayedProvider}s on a port that is kept free for them.
 */
public class ProviderDefinitions implements QuarkusTestResourceLifecycleManager {
    static final String PORT = "test.provider.port";

    @Override
    public Map<String, String> start() {
        int port = FreePort.next();
        var config = new HashMap<String, String>();
        config.put(PORT, Integer.toString(port));
        config.put("maestro.egress.allowed-ranges", "127.0.0.0/8");
        config.put("maestro.egress.call-timeout", "PT1S");
        config.put("maestro.oauth.console-url", "https://console.test");
        config.put("maestro.envelope.key-ring.file", keyRing().toString());
        define(config, "acme-accounts", "http://127.0.0.1:" + port);
        acme(config, "maestro.oauth.providers.acme-accounts.", "http://127.0.0.1:" + port);
        define(config, "plain", "http://127.0.0.1:" + port);
        config.put("maestro.oauth.providers.plain.client-authentication", "client-secret-post");
        config.put("maestro.oauth.providers.plain.variable", "PLAIN_API_KEY");
        define(config, "unregistered", "https://unregistered.invalid");
        config.remove("maestro.oauth.providers.unregistered.client-id");
        return config;
    }

    private static void define(Map<String, String> config, String key, String address) {
        String prefix = "maestro.oauth.providers." + key + ".";
        config.put(prefix + "name", "The provider " + key);
        config.put(prefix + "authorize-url", address + "/authorize?tenant=7");
        config.put(prefix + "token-url", address + "/token");
        config.put(prefix + "client-id", PlayedProvider.CLIENT);
        config.put(prefix + "client-secret", PlayedProvider.CLIENT_SECRET);
        config.put(prefix + "scopes[0].name", "read");
        config.put(prefix + "scopes[0].description", "Read what is there");
        config.put(prefix + "scopes[1].name", "write");
        config.put(prefix + "scopes[1].description", "Change what is there");
        config.put(prefix + "default-scopes", "read");
    }

    private static void acme(Map<String, String> config, String prefix, String address) {
        config.put(prefix + "issuer", PlayedProvider.ISSUER);
        config.put(prefix + "announces-issuer", "true");
        config.put(prefix + "revoke-url", address + "/revoke");
        config.put(prefix + "account.url", address + "/userinfo");
    }

    private static Path keyRing() {
        try {
            return Files.createTempDirectory("key-ring").resolve("keys");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {}
}
