package ai.igent.maestro.egress;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

/**
 * Resolves a target once and judges what it resolved to, so that a name cannot answer one address to the check and another to the call. One
 * address that is refused refuses the target.
 */
@ApplicationScoped
class AddressGuard {
    private final NameResolver names;
    private final AddressRules rules;

    AddressGuard(NameResolver names, AddressRules rules) {
        this.names = names;
        this.rules = rules;
    }

    /** Blocks while the name is looked up. */
    PinnedAddress pin(URI target) {
        requireForm(target);
        List<InetAddress> addresses = resolve(target);
        if (!addresses.stream().allMatch(rules::allows)) throw new EgressFailure.AddressRefused();
        if (!isHttps(target) && !addresses.stream().allMatch(rules::isExplicitlyAllowed)) throw new EgressFailure.AddressRefused();
        return new PinnedAddress(target, addresses.getFirst());
    }

    private static void requireForm(URI target) {
        boolean web = isHttps(target) || "http".equals(target.getScheme());
        if (!web || target.getHost() == null || target.getRawUserInfo() != null || target.getRawFragment() != null)
            throw new EgressFailure.AddressRefused();
    }

    private static boolean isHttps(URI target) {
        return "https".equals(target.getScheme());
    }

    private List<InetAddress> resolve(URI target) {
        try {
            return names.resolve(target.getHost());
        } catch (UnknownHostException unknown) {
            throw new EgressFailure.Unreachable();
        }
    }
}
