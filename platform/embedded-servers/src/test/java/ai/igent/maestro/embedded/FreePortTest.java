package ai.igent.maestro.embedded;

import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FreePortTest {
    @Test
    void handsOutNoPortTwiceAlsoWhileNobodyListensOnItYet() {
        assertThat(Stream.generate(FreePort::next).limit(2_000)).doesNotHaveDuplicates();
    }

    /** One of those might have it when a server wants to listen on it minutes later. */
    @Test
    void handsOutNoPortThatAnOutgoingConnectionMayGet() {
        assertThat(Stream.generate(FreePort::next).limit(100)).allMatch(port -> port < 32_768);
    }

    @Test
    void oneForAServerItselfIsNoneThatAnotherProcessHandsOut() {
        var handedOut = Stream.generate(FreePort::next).limit(2_000).toList();

        assertThat(Stream.generate(FreePort::inner).limit(2_000)).doesNotContainAnyElementsOf(handedOut).allMatch(port -> port < 32_768);
        assertThat(handedOut).allMatch(port -> port < 30_000);
    }
}
