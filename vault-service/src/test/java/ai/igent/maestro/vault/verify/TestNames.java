package ai.igent.maestro.vault.verify;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.net.spi.InetAddressResolver;
import java.net.spi.InetAddressResolverProvider;
import java.util.stream.Stream;

/** Names of the machine that say themselves where they lead: {@code at-127-0-0-1.} and any domain under {@code test}. */
public final class TestNames extends InetAddressResolverProvider {
    @Override
    public InetAddressResolver get(Configuration configuration) {
        InetAddressResolver machine = configuration.builtinResolver();
        return new InetAddressResolver() {
            @Override
            public Stream<InetAddress> lookupByName(String host, LookupPolicy policy) throws UnknownHostException {
                if (!host.startsWith("at-") || !host.endsWith(".test")) return machine.lookupByName(host, policy);
                String literal = host.substring("at-".length(), host.indexOf('.')).replace('-', '.');
                return Stream.of(InetAddress.getByAddress(host, InetAddress.ofLiteral(literal).getAddress()));
            }

            @Override
            public String lookupByAddress(byte[] address) throws UnknownHostException {
                return machine.lookupByAddress(address);
            }
        };
    }

    @Override
    public String name() {
        return "names of tests";
    }
}
