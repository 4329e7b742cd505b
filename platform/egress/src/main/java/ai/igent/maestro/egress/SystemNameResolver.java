package ai.igent.maestro.egress;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

/** Asks the machine's own resolver, hosts file included. */
@ApplicationScoped
class SystemNameResolver implements NameResolver {
    @Override
    public List<InetAddress> resolve(String host) throws UnknownHostException {
        return List.of(InetAddress.getAllByName(host));
    }
}
