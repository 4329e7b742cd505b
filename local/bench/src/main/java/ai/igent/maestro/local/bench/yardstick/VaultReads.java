package ai.igent.maestro.local.bench.yardstick;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import ai.igent.maestro.embedded.FreePort;
import ai.igent.maestro.local.bench.measure.Call;
import ai.igent.maestro.local.bench.measure.MeasureFailure;

/**
 * A real Vault with the same secrets: KV version 2 in memory and a file audit device, which is Vault at its fastest that still keeps a record. A
 * bundle of five costs a client of Vault five reads.
 */
public final class VaultReads implements AutoCloseable {
    private final HttpClient http = HttpClient.newHttpClient();
    private final Yardstick server;
    private final URI address;
    private final String token;

    private VaultReads(Yardstick server, URI address, String token) {
        this.server = server;
        this.address = address;
        this.token = token;
    }

    /** The binary is the one the launcher found or built: {@code MAESTRO_VAULT_BINARY}. */
    public static VaultReads start(Path folder, int secrets) {
        String binary = System.getenv().getOrDefault("MAESTRO_VAULT_BINARY", "");
        if (binary.isBlank())
            throw new MeasureFailure("there is no Vault to compare with: see ./maestro doctor");
        int port = FreePort.next();
        var builder = new ProcessBuilder(binary, "server", "-dev", "-dev-no-store-token", "-dev-listen-address=127.0.0.1:" + port)
                .redirectErrorStream(true).redirectOutput(folder.resolve("vault.log").toFile());
        return prepared(builder, port, folder, secrets);
    }

    private static VaultReads prepared(ProcessBuilder builder, int port, Path folder, int secrets) {
        String token = UUID.randomUUID().toString();
        builder.environment().put("VAULT_DEV_ROOT_TOKEN_ID", token);
        var vault = new VaultReads(Yardstick.start("Vault", builder), URI.create("http://127.0.0.1:" + port), token);
        try {
            vault.server.await(() -> vault.status("GET", "/v1/sys/health", "") == 200);
            vault.put("/v1/sys/audit/file",
                    "{\"type\":\"file\",\"options\":{\"file_path\":\"" + folder.resolve("vault-audit.log") + "\"}}");
            IntStream.range(0, secrets)
                    .forEach(each -> vault.put(path(each), "{\"data\":{\"value\":\"bench-value-" + "x".repeat(28) + "\"}}"));
            return vault;
        } catch (RuntimeException e) {
            vault.close();
            throw e;
        }
    }

    public URI address() {
        return address;
    }

    /** Each secret once. */
    public List<Call> reads(int secrets) {
        return IntStream.range(0, secrets).mapToObj(each -> Call.get(path(each)).with("X-Vault-Token", token)).toList();
    }

    private static String path(int secret) {
        return "/v1/secret/data/bench/" + secret;
    }

    private void put(String path, String body) {
        int status = status("PUT", path, body);
        if (status / 100 != 2)
            throw new MeasureFailure("Vault answered " + status);
    }

    private int status(String method, String path, String body) {
        var request = HttpRequest.newBuilder(address.resolve(path)).headers("X-Vault-Token", token)
                .method(method, HttpRequest.BodyPublishers.ofString(body)).build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException notYet) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MeasureFailure("interrupted", e);
        }
    }

    @Override
    public void close() {
        server.close();
        http.close();
    }
}
