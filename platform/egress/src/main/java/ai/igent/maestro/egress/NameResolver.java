package ai.igent.maestro.egress;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Looks a host name up. May block. */
@FunctionalInterface
interface NameResolver {
    /** @throws UnknownHostException when there is no such host; never answers an empty list */
    List<InetAddress> resolve(String host) throws UnknownHostException;
}
