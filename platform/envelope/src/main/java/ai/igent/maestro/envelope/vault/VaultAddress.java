package ai.igent.maestro.envelope.vault;

import java.net.URI;
import java.util.Set;

/** The configured address, if keys may be entrusted to it. */
final class VaultAddress {
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    private VaultAddress() {}

    /** @throws IllegalStateException naming the property that is wrong */
    static URI of(VaultConfig config) {
        URI address = config.address().orElseThrow(() -> new IllegalStateException("maestro.envelope.vault.address is not set"));
        boolean https = "https".equals(address.getScheme());
        if (address.getHost() == null || address.getRawUserInfo() != null || address.getRawQuery() != null
                || !https && !"http".equals(address.getScheme()))
            throw new IllegalStateException("maestro.envelope.vault.address must be like https://vault.example:8200");
        if (!https && !THIS_MACHINE.contains(address.getHost()) && !config.plainHttpAllowed())
            throw new IllegalStateException("maestro.envelope.vault.address has no TLS, and data keys cross that connection: use https, "
                    + "or set maestro.envelope.vault.plain-http-allowed=true where something else encrypts it");
        return URI.create(address.toString().replaceAll("/+$", ""));
    }
}
