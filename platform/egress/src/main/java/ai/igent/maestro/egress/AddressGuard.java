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
        GuardedNames.Pinned pinned = pin(target.getHost());
        if (!isHttps(target) && !pinned.trusted()) throw new EgressFailure.AddressRefused();
        return new PinnedAddress(target, pinned.address());
    }

    /** Blocks while the name is looked up. */
    GuardedNames.Pinned pin(String host) {
        List<InetAddress> addresses = resolve(host);
        if (!addresses.stream().allMatch(rules::allows)) throw new EgressFailure.AddressRefused();
        return new GuardedNames.Pinned(addresses.getFirst(), addresses.stream().allMatch(rules::isExplicitlyAllowed));
    }

    private static void requireForm(URI target) {
        boolean web = isHttps(target) || "http".equals(target.getScheme());
        if (!web || target.getHost() == null || target.getRawUserInfo() != null || target.getRawFragment() != null)
            throw new EgressFailure.AddressRefused();
    }

    private static boolean isHttps(URI target) {
        return "https".equals(target.getScheme());
    }

    private List<InetAddress> resolve(String host) {
        try {
            return names.resolve(host);
        } catch (UnknownHostException unknown) {
            throw new EgressFailure.Unreachable();
        }
    }
}
