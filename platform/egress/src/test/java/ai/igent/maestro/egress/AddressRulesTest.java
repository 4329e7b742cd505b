package ai.igent.maestro.egress;

import java.net.InetAddress;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class AddressRulesTest {
    private final AddressRules strict = new AddressRules(new FixedEgress(List.of()));

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "10.1.2.3", "100.64.0.1", "127.0.0.1", "127.255.255.254", "169.254.169.254", "172.16.0.1",
            "172.31.255.255", "192.168.1.1", "198.18.0.1", "224.0.0.1", "255.255.255.255", "::", "::1", "fe80::1", "fc00::1", "fd12::1",
            "ff02::1", "2002:7f00:1::1", "2001:0:4136::1", "64:ff9b::7f00:1", "2001:db8::1"})
    void refusesWhatIsNotPublic(String address) {
        assertThat(strict.allows(InetAddress.ofLiteral(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.1.1.1", "140.82.121.3", "172.15.255.255", "172.32.0.1", "9.255.255.255", "11.0.0.0", "2606:4700::1111",
            "2a00:1450:4001:80b::200e"})
    void allowsWhatIsPublic(String address) {
        assertThat(strict.allows(InetAddress.ofLiteral(address))).isTrue();
    }

    @Test
    void anIpv4AddressWrittenAsIpv6IsJudgedAsWhatItIs() {
        assertThat(strict.allows(InetAddress.ofLiteral("::ffff:10.0.0.1"))).isFalse();
    }

    @Test
    void theConfigurationOpensExactlyTheRangesItNames() {
        var rules = new AddressRules(new FixedEgress(List.of("10.8.0.0/13", "fd00:1::/32")));

        assertThat(rules.allows(InetAddress.ofLiteral("10.15.255.255"))).isTrue();
        assertThat(rules.allows(InetAddress.ofLiteral("10.16.0.0"))).isFalse();
        assertThat(rules.allows(InetAddress.ofLiteral("fd00:1:ffff::1"))).isTrue();
        assertThat(rules.allows(InetAddress.ofLiteral("fd00:2::1"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0", "10.0.0.0/33", "localhost/8", "10.0.0.0/-1"})
    void refusesARangeThatIsNone(String text) {
        assertThatThrownBy(() -> AddressRange.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
