package ai.igent.maestro.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;

import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * What a Vault tells once, when it is initialized: the key that unseals it and its root token. Kept in a file beside its data, readable by its owner
 * only, which is good enough for one machine and never for real secrets.
 */
record VaultKeys(String unsealKey, String rootToken) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static VaultKeys of(Path file, VaultApi vault) {
        try {
            return Files.exists(file) ? read(file) : initialized(vault).keptIn(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static VaultKeys read(Path file) throws IOException {
        var kept = JSON.readTree(Files.readAllBytes(file));
        return new VaultKeys(kept.required("unsealKey").asText(), kept.required("rootToken").asText());
    }

    private static VaultKeys initialized(VaultApi vault) {
        var answer = vault.post("sys/init", Map.of("secret_shares", 1, "secret_threshold", 1));
        return new VaultKeys(answer.required("keys_base64").get(0).asText(), answer.required("root_token").asText());
    }

    private VaultKeys keptIn(Path file) throws IOException {
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.write(file, JSON.writeValueAsBytes(Map.of("unsealKey", unsealKey, "rootToken", rootToken)));
        return this;
    }

    @Override
    public String toString() {
        return "[vault keys]";
    }
}
