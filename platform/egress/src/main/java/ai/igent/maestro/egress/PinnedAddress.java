package ai.igent.maestro.egress;

import java.net.InetAddress;
import java.net.URI;

/** A target whose name was resolved once and judged; the call goes to exactly this address. */
record PinnedAddress(URI target, InetAddress address) {
    boolean usesTls() {
        return target.getScheme().equals("https");
    }

    int port() {
        if (target.getPort() >= 0) return target.getPort();
        return usesTls() ? 443 : 80;
    }

    /** The host as a certificate names it: an IPv6 literal without its brackets. */
    String host() {
        String host = target.getHost();
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    String pathAndQuery() {
        String path = target.getRawPath().isEmpty() ? "/" : target.getRawPath();
        return target.getRawQuery() == null ? path : path + "?" + target.getRawQuery();
    }
}
