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
    void handsOutNoPortThatIsTakenBySomebodyElse() {
        int taken = FreePort.next();

        assertThat(Stream.generate(() -> FreePort.otherThan(taken)).limit(2_000)).doesNotContain(taken);
    }
}
