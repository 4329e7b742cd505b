package ai.igent.maestro.egress;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

/**
 * Which addresses may be called: those of the public internet (IANA's special-purpose registries tell what is not), and the ranges that the
 * configuration adds.
 */
@ApplicationScoped
class AddressRules {
    private static final List<AddressRange> NOT_PUBLIC_V4 = ranges("0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8",
            "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15",
            "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4");
    private static final AddressRange GLOBAL_V6 = AddressRange.parse("2000::/3");
    /** Parts of the global block that are reserved, documentation, or carry an IPv4 address inside (Teredo, 6to4). */
    private static final List<AddressRange> NOT_PUBLIC_V6 = ranges("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20");

    private final List<AddressRange> allowed;

    AddressRules(EgressConfig config) {
        allowed = config.allowedRanges().orElse(List.of()).stream().map(AddressRange::parse).toList();
    }

    boolean allows(InetAddress address) {
        return isPublic(address) || isExplicitlyAllowed(address);
    }

    boolean isExplicitlyAllowed(InetAddress address) {
        return anyContains(allowed, address);
    }

    private static boolean isPublic(InetAddress address) {
        if (address instanceof Inet4Address) return !anyContains(NOT_PUBLIC_V4, address);
        return GLOBAL_V6.contains(address) && !anyContains(NOT_PUBLIC_V6, address);
    }

    private static boolean anyContains(List<AddressRange> ranges, InetAddress address) {
        return ranges.stream().anyMatch(range -> range.contains(address));
    }

    private static List<AddressRange> ranges(String... texts) {
        return Stream.of(texts).map(AddressRange::parse).toList();
    }
}
