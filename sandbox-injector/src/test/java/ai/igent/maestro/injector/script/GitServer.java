package ai.igent.maestro.injector.script;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;

/** git's own smart HTTP server, {@code git http-backend}, behind TLS and a password, under host names of one's choice. */
final class GitServer implements AutoCloseable {
    private static final String PASSWORD = "only-for-this-key-store";

    private final Path folder;
    private final HttpsServer server;
    private final Set<String> accounts = ConcurrentHashMap.newKeySet();

    GitServer(Path folder, List<String> hosts) throws IOException, GeneralSecurityException {
        this.folder = Files.createDirectories(folder);
        makeCertificate(hosts);
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        server.setHttpsConfigurator(new HttpsConfigurator(tls()));
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::serve);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** For {@code GIT_SSL_CAINFO}. */
    Path certificate() {
        return folder.resolve("certificate.pem");
    }

    /** Lets in whoever has this name and password. */
    void allow(String user, String password) {
        accounts.add(user + ":" + password);
    }

    /** Makes an empty repository of this path. */
    void repository(String path) {
        Path bare = folder.resolve("repositories").resolve(path);
        run(List.of("git", "init", "--quiet", "--bare", "--initial-branch=main", bare.toString()));
        run(List.of("git", "--git-dir=" + bare, "config", "http.receivepack", "true"));
    }

    private void makeCertificate(List<String> hosts) {
        String names = String.join(",", hosts.stream().map(host -> "dns:" + host).toList());
        String keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        String store = folder.resolve("keys.p12").toString();
        run(List.of(keytool, "-genkeypair", "-alias", "server", "-keyalg", "EC", "-dname", "CN=test", "-ext", "san=" + names, "-storetype",
                "PKCS12", "-keystore", store, "-storepass", PASSWORD));
        run(List.of(keytool, "-exportcert", "-rfc", "-alias", "server", "-keystore", store, "-storepass", PASSWORD, "-file",
                certificate().toString()));
    }

    private SSLContext tls() throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream file = Files.newInputStream(folder.resolve("keys.p12"))) {
            keys.load(file, PASSWORD.toCharArray());
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    private void serve(HttpExchange exchange) throws IOException {
        String user = userOf(exchange);
        if (user == null) {
            exchange.getResponseHeaders().set("WWW-Authenticate", "Basic realm=\"git\"");
            exchange.sendResponseHeaders(401, -1);
            exchange.close();
            return;
        }
        Process backend = backend(exchange, user);
        try (OutputStream input = backend.getOutputStream()) {
            exchange.getRequestBody().transferTo(input);
        }
        answer(exchange, backend.getInputStream());
    }

    private String userOf(HttpExchange exchange) {
        String header = exchange.getRequestHeaders().getFirst("Authorization");
        if (header == null || !header.startsWith("Basic ")) return null;
        String account = new String(Base64.getDecoder().decode(header.substring("Basic ".length())), StandardCharsets.UTF_8);
        return accounts.contains(account) ? account.substring(0, account.indexOf(':')) : null;
    }

    /** As RFC 3875 hands a request over. */
    private Process backend(HttpExchange exchange, String user) throws IOException {
        ProcessBuilder builder = new ProcessBuilder("git", "http-backend").redirectError(folder.resolve("backend.log").toFile());
        var environment = builder.environment();
        environment.put("GIT_PROJECT_ROOT", folder.resolve("repositories").toString());
        environment.put("GIT_HTTP_EXPORT_ALL", "1");
        environment.put("REMOTE_USER", user);
        environment.put("REQUEST_METHOD", exchange.getRequestMethod());
        environment.put("PATH_INFO", exchange.getRequestURI().getPath());
        put(environment, "QUERY_STRING", exchange.getRequestURI().getQuery());
        put(environment, "CONTENT_TYPE", exchange.getRequestHeaders().getFirst("Content-Type"));
        put(environment, "HTTP_CONTENT_ENCODING", exchange.getRequestHeaders().getFirst("Content-Encoding"));
        put(environment, "GIT_PROTOCOL", exchange.getRequestHeaders().getFirst("Git-Protocol"));
        return builder.start();
    }

    private static void put(Map<String, String> environment, String name, String value) {
        if (value != null) environment.put(name, value);
    }

    private static void answer(HttpExchange exchange, InputStream output) throws IOException {
        int status = 200;
        for (String line = readLine(output); !line.isEmpty(); line = readLine(output)) {
            String[] header = line.split(": ", 2);
            if (header[0].equals("Status")) status = Integer.parseInt(header[1].substring(0, 3));
            else
                exchange.getResponseHeaders().set(header[0], header[1]);
        }
        exchange.sendResponseHeaders(status, 0);
        try (OutputStream body = exchange.getResponseBody()) {
            output.transferTo(body);
        }
    }

    private static String readLine(InputStream output) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int each = output.read(); each >= 0 && each != '\n'; each = output.read())
            if (each != '\r') line.append((char) each);
        return line.toString();
    }

    private static void run(List<String> command) {
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) throw new AssertionError(command.getFirst() + " failed: " + output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
