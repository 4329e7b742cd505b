package ai.igent.maestro.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;

import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Whether a server answers 200 already. */
final class HttpsProbe {
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private HttpsProbe() {}

    static boolean answersPlainly(String address) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return isOk(client, HttpRequest.newBuilder(URI.create(address)));
        }
    }

    /** @param certificate of the server, which may make it while it starts */
    static boolean answers(String address, Path certificate, String token) {
        if (!Files.isReadable(certificate))
            return false;
        try (HttpClient client = HttpClient.newBuilder().sslContext(trusting(certificate)).build()) {
            return isOk(client, HttpRequest.newBuilder(URI.create(address)).header("Authorization", "Bearer " + token));
        } catch (IOException | GeneralSecurityException notYetWritten) {
            return false;
        }
    }

    private static boolean isOk(HttpClient client, HttpRequest.Builder request) {
        try {
            return client.send(request.timeout(PATIENCE).build(), HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static SSLContext trusting(Path certificate) throws IOException, GeneralSecurityException {
        KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null, null);
        try (InputStream pem = Files.newInputStream(certificate)) {
            for (var each : CertificateFactory.getInstance("X.509").generateCertificates(pem))
                trusted.setCertificateEntry("server-" + trusted.size(), each);
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }
}
