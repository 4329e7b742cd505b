package ai.igent.maestro.egress;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;

import io.netty.resolver.dns.DnsServerAddressStreamProvider;
import io.netty.resolver.dns.DnsServerAddressStreamProviders;
import io.netty.resolver.dns.SequentialDnsServerAddressStreamProvider;

/** Whom to ask for records: the configured name servers, else the machine's. */
final class NameServers {
    private static final int DNS = 53;

    private NameServers() {}

    static DnsServerAddressStreamProvider of(EgressConfig config) {
        return config.nameServers().<DnsServerAddressStreamProvider>map(texts -> new SequentialDnsServerAddressStreamProvider(
                texts.stream().map(NameServers::parse).toList())).orElseGet(DnsServerAddressStreamProviders::platformDefault);
    }

    private static InetSocketAddress parse(String text) {
        URI server = URI.create("dns://" + text);
        String host = server.getHost();
        String literal = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
        return new InetSocketAddress(InetAddress.ofLiteral(literal), server.getPort() < 0 ? DNS : server.getPort());
    }
}
