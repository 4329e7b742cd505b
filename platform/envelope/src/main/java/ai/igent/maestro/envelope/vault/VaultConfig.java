package ai.igent.maestro.envelope.vault;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import ai.igent.maestro.vocabulary.SecretValue;

/** The Vault that wraps data keys. Without an address there is none, and the local key ring is used. */
@ConfigMapping(prefix = "maestro.envelope.vault")
public interface VaultConfig {
    /** {@code https://host:port}. Vault's nodes have to answer themselves: redirects are not followed. */
    Optional<URI> address();

    /** Data keys cross this connection: without TLS it is refused, unless it stays on this machine or this says otherwise. */
    @WithDefault("false")
    boolean plainHttpAllowed();

    /** PEM certificates of the authorities that vouch for Vault; without them, those of the JVM. */
    Optional<Path> caFile();

    /** Of Vault Enterprise or OpenBao. */
    Optional<String> namespace();

    /** Where the transit engine is mounted. */
    @WithDefault("transit")
    @Pattern(regexp = VaultPath.SAFE)
    String mount();

    /** The name of this service's own transit key. */
    @Pattern(regexp = VaultPath.SAFE)
    String key();

    Authentication authentication();

    @WithDefault("PT1S")
    Duration connectTimeout();

    /** The longest wait for one answer. */
    @WithDefault("PT2S")
    Duration callTimeout();

    /** How often a call that failed at once is repeated. */
    @WithDefault("2")
    @Min(0)
    int retries();

    /** The pause before the first repetition; each is longer than the one before. */
    @WithDefault("PT0.1S")
    Duration retryAfter();

    /** How this service shows who it is. */
    interface Authentication {
        @WithDefault("token")
        Method method();

        /** Where the method is mounted; by default under its own name. */
        Optional<@Pattern(regexp = VaultPath.SAFE) String> mount();

        /** Method token. It is renewed, and nothing replaces it when it ends. */
        Optional<SecretValue> token();

        /** Method approle. */
        Optional<String> roleId();

        /** Method approle: the secret id, here or in a file that is read at each login. */
        Optional<SecretValue> secretId();

        Optional<Path> secretIdFile();

        /** Method kubernetes. */
        Optional<String> role();

        /** Method kubernetes: read at each login, because the cluster replaces it. */
        @WithDefault("/var/run/secrets/kubernetes.io/serviceaccount/token")
        Path serviceAccountTokenFile();
    }

    enum Method {
        TOKEN,
        APPROLE,
        KUBERNETES
    }
}
