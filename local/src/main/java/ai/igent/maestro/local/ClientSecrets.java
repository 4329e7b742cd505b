package ai.igent.maestro.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Properties;

/** The secrets by which the parts of this stack know each other; made once per state folder and readable by its owner only. */
record ClientSecrets(Path file, Properties byName) {
    static final String CONSOLE_COOKIE = "console-cookie";
    static final String CONSOLE_SIGN_IN = "maestro-console";
    static final String CONNECTIONS = "maestro-oauth";

    private static final List<String> NAMES = List.of("vault-service", "session-service", "oauth-service", "sandbox-injector",
            "audit-service", "console",
            CONSOLE_SIGN_IN, CONNECTIONS, CONSOLE_COOKIE);

    static ClientSecrets keptIn(Path file) {
        try {
            var secrets = new Properties();
            if (Files.exists(file))
                try (var in = Files.newBufferedReader(file)) {
                    secrets.load(in);
                }
            if (secrets.stringPropertyNames().containsAll(NAMES))
                return new ClientSecrets(file, secrets);
            var random = new SecureRandom();
            NAMES.forEach(name -> secrets.putIfAbsent(name, fresh(random)));
            write(file, secrets);
            return new ClientSecrets(file, secrets);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, Properties secrets) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (var out = Files.newBufferedWriter(file)) {
            secrets.store(out, "Secrets of the local stack's OIDC clients");
        }
    }

    private static String fresh(SecureRandom random) {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    String of(String name) {
        return byName.getProperty(name);
    }

    /** Without the secrets. */
    @Override
    public String toString() {
        return file.toString();
    }
}
