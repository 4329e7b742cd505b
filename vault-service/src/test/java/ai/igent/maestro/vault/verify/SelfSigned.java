package ai.igent.maestro.vault.verify;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;

import javax.net.ServerSocketFactory;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A certificate that nobody vouches for, and its key. */
final class SelfSigned {
    static final String CERTIFICATE = "certificate.pem";
    static final String KEY = "key.pem";
    private static final String ALIAS = "server";
    private static final String PASSWORD = "changeit";

    private final KeyStore store;

    SelfSigned(String name) {
        try {
            Path file = Files.createTempDirectory("self-signed").resolve("store");
            String keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
            new ProcessBuilder(keytool, "-genkeypair", "-alias", ALIAS, "-keyalg", "RSA", "-dname", "CN=" + name, "-ext", "san=dns:" + name,
                    "-storetype", "PKCS12", "-keystore", file.toString(), "-storepass", PASSWORD).inheritIO().start().waitFor();
            store = KeyStore.getInstance("PKCS12");
            try (InputStream in = Files.newInputStream(file)) {
                store.load(in, PASSWORD.toCharArray());
            }
            Files.delete(file);
            Files.delete(file.getParent());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Both as PEM. */
    void writeTo(Path folder) {
        try {
            Files.writeString(folder.resolve(CERTIFICATE), pem("CERTIFICATE", store.getCertificate(ALIAS).getEncoded()));
            Files.writeString(folder.resolve(KEY), pem("PRIVATE KEY", store.getKey(ALIAS, PASSWORD.toCharArray()).getEncoded()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Listens with TLS. */
    ServerSocketFactory sockets() {
        try {
            var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, PASSWORD.toCharArray());
            var context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context.getServerSocketFactory();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String pem(String what, byte[] bytes) {
        return "-----BEGIN " + what + "-----\n" + Base64.getMimeEncoder(64, new byte[]{'\n'}).encodeToString(bytes) + "\n-----END " + what
                + "-----\n";
    }
}
