package ai.igent.maestro.local;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What each part is told: its own settings and everybody's addresses, and of the launcher's environment only what any program needs. */
final class Environment {
    private static final List<String> INHERITED = List.of("PATH", "HOME", "USER", "LANG", "LC_ALL", "TZ", "TMPDIR");

    private final Ports ports;
    private final StateFolder state;
    private final ClientSecrets secrets;
    private final Function<Part, Map<String, String>> wrappingKeys;

    /** @param wrappingKeys what a service with a database is told about who wraps its data keys */
    Environment(Ports ports, StateFolder state, ClientSecrets secrets, Function<Part, Map<String, String>> wrappingKeys) {
        this.ports = ports;
        this.state = state;
        this.secrets = secrets;
        this.wrappingKeys = wrappingKeys;
    }

    Map<String, String> of(Part part) {
        Map<String, String> environment = new HashMap<>();
        INHERITED.forEach(name -> environment.computeIfAbsent(name, System::getenv));
        environment.putAll(switch (part) {
            case POSTGRES, HASHICORP_VAULT -> Map.of();
            case KAFKA -> Map.of("MAESTRO_KAFKA_PORT", port(part), "MAESTRO_KAFKA_FOLDER", state.kafka().toString());
            case ISSUER ->
                Map.of("MAESTRO_ISSUER_PORT", port(part), "MAESTRO_ISSUER_FOLDER", state.issuer().toString(), "MAESTRO_CONSOLE_URL",
                        url(Part.CONSOLE), "MAESTRO_ISSUER_CLIENTS_FILE", secrets.file().toString());
            case AUDIT, VAULT, SESSION, OAUTH, INJECTOR, CONSOLE -> service(part);
        });
        return environment;
    }

    private Map<String, String> service(Part part) {
        Map<String, String> environment = new HashMap<>(addresses());
        environment.put("MALLOC_ARENA_MAX", "2");
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("QUARKUS_HTTP_PORT", port(part));
        environment.put("QUARKUS_LOG_CONSOLE_JSON_ENABLED", "false");
        environment.put("KAFKA_BOOTSTRAP_SERVERS", kafka());
        environment.put("MAESTRO_IDENTITY_ISSUER", issuer("maestro"));
        environment.put("MAESTRO_CLIENT_ID", part.title());
        environment.put("MAESTRO_CLIENT_SECRET", secrets.of(part.title()));
        if (part.hasDatabase())
            environment.putAll(withDatabase(part));
        if (part == Part.CONSOLE)
            environment.putAll(Map.of("MAESTRO_CLIENT_SECRET", secrets.of(ClientSecrets.CONSOLE_SIGN_IN), "MAESTRO_CLIENT_ID",
                    ClientSecrets.CONSOLE_SIGN_IN, "MAESTRO_COOKIE_SECRET", secrets.of(ClientSecrets.CONSOLE_COOKIE)));
        if (part == Part.OAUTH)
            environment.putAll(Map.of("MAESTRO_ACME_ACCOUNTS_ISSUER", issuer("acme-accounts"), "MAESTRO_OAUTH_PROVIDERS_FILE",
                    "local-providers.properties", "MAESTRO_ACME_ACCOUNTS_CLIENT_SECRET", secrets.of(ClientSecrets.CONNECTIONS)));
        return environment;
    }

    private Map<String, String> withDatabase(Part part) {
        Map<String, String> environment = new HashMap<>(wrappingKeys.apply(part));
        environment.putAll(Map.of("MAESTRO_DATABASE", database(part), "MAESTRO_DATABASE_USER", "postgres", "MAESTRO_DATABASE_PASSWORD",
                "postgres"));
        return environment;
    }

    private Map<String, String> addresses() {
        return Map.of("MAESTRO_VAULT_SERVICE_URL", url(Part.VAULT), "MAESTRO_SESSION_SERVICE_URL", url(Part.SESSION),
                "MAESTRO_OAUTH_SERVICE_URL",
                url(Part.OAUTH), "MAESTRO_INJECTOR_URL", url(Part.INJECTOR), "MAESTRO_AUDIT_SERVICE_URL", url(Part.AUDIT),
                "MAESTRO_CONSOLE_URL",
                url(Part.CONSOLE));
    }

    String url(Part part) {
        return "http://localhost:" + port(part);
    }

    String issuer(String realm) {
        return url(Part.ISSUER) + "/" + realm;
    }

    String kafka() {
        return "127.0.0.1:" + port(Part.KAFKA);
    }

    String database(Part part) {
        return "127.0.0.1:" + port(Part.POSTGRES) + "/" + part.word();
    }

    private String port(Part part) {
        return String.valueOf(ports.of(part));
    }
}
