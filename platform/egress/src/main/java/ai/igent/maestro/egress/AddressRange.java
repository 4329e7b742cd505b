package ai.igent.maestro.egress;

import java.net.InetAddress;
import java.util.Arrays;

/** A block of IP addresses of one family, written as in RFC 4632 and RFC 4291: {@code 10.0.0.0/8}, {@code fc00::/7}. */
record AddressRange(InetAddress network, int prefixLength) {
    AddressRange {
        if (prefixLength < 0 || prefixLength > network.getAddress().length * Byte.SIZE)
            throw new IllegalArgumentException("a prefix is as long as its address at most");
    }

    /** @throws IllegalArgumentException when {@code text} is not an address literal, a slash and a number */
    static AddressRange parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0)
            throw new IllegalArgumentException("expected an address and a prefix length, for example 10.0.0.0/8");
        return new AddressRange(InetAddress.ofLiteral(text.substring(0, slash)), Integer.parseInt(text.substring(slash + 1)));
    }

    boolean contains(InetAddress address) {
        byte[] own = network.getAddress();
        byte[] other = address.getAddress();
        if (own.length != other.length) return false;
        int whole = prefixLength / Byte.SIZE;
        return Arrays.equals(own, 0, whole, other, 0, whole) && sameLeadingBits(own, other, whole, prefixLength % Byte.SIZE);
    }

    private static boolean sameLeadingBits(byte[] own, byte[] other, int at, int bits) {
        return bits == 0 || (own[at] ^ other[at]) >> (Byte.SIZE - bits) == 0;
    }
}
