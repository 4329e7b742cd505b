package ai.igent.maestro.local.issuer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What the issuer is told from outside.
 *
 * @param folder where its keys and refresh tokens stay
 * @param consoleUrl the origin to which browsers return
 * @param secrets client id to secret
 * @param tokenLife how long an access token is good for
 */
record Settings(int port, Path folder, String consoleUrl, Map<String, String> secrets, Duration tokenLife) {
    private static final List<String> SERVICES = List.of("vault-service", "session-service", "oauth-service", "sandbox-injector",
            "audit-service", "console");

    static Settings from(Map<String, String> environment) throws IOException {
        var secrets = new Properties();
        try (var file = Files.newBufferedReader(Path.of(required(environment, "MAESTRO_ISSUER_CLIENTS_FILE")))) {
            secrets.load(file);
        }
        return new Settings(Integer.parseInt(required(environment, "MAESTRO_ISSUER_PORT")),
                Path.of(required(environment, "MAESTRO_ISSUER_FOLDER")),
                required(environment, "MAESTRO_CONSOLE_URL"),
                secrets.stringPropertyNames().stream().collect(Collectors.toMap(Function.identity(), secrets::getProperty)),
                Duration.parse(environment.getOrDefault("MAESTRO_ISSUER_TOKEN_LIFE", "PT1H")));
    }

    private static String required(Map<String, String> environment, String name) {
        String value = environment.get(name);
        if (value == null || value.isBlank())
            throw new IllegalArgumentException(name + " is not set");
        return value;
    }

    List<Realm> realms() {
        var suite = new ArrayList<>(SERVICES.stream().map(id -> Client.service(id, secret(id))).toList());
        suite.add(Client.web("maestro-console", secret("maestro-console"), consoleUrl + "/oidc/callback"));
        suite.add(Client.commandLine("maestro-cli"));
        var connections = List.of(Client.web("maestro-oauth", secret("maestro-oauth"), consoleUrl + "/oauth/callback/acme-accounts"));
        return List.of(new Realm("maestro", "Maestro", "maestro", Person.DEMO, suite, false),
                new Realm("acme-accounts", "Acme Accounts", "acme-api", Person.ACCOUNTS, connections, true));
    }

    private String secret(String client) {
        return required(secrets, client);
    }
}
