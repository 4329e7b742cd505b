package ai.igent.maestro.embedded;

import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FreePortTest {
    @Test
    void handsOutNoPortTwiceAlsoWhileNobodyListensOnItYet() {
        assertThat(Stream.generate(FreePort::next).limit(2_000)).doesNotHaveDuplicates();
    }

    @Test
    void handsOutNoPortThatIsTakenBySomebodyElse() {
        int taken = FreePort.next();

        assertThat(Stream.generate(() -> FreePort.otherThan(taken)).limit(2_000)).doesNotContain(taken);
    }
}
