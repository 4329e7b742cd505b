package ai.igent.maestro.local.bench.measure;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** From what the tools say to numbers. */
class NumbersTest {
    @Test
    void aPercentileIsTheSmallestSampleThatSoManyDoNotExceed() {
        var samples = Samples.of(IntStream.rangeClosed(1, 200).mapToObj(Duration::ofMillis).toList().reversed());

        assertThat(samples.percentile(50)).isEqualTo(100);
        assertThat(samples.percentile(99)).isEqualTo(198);
        assertThat(samples.percentile(100)).isEqualTo(200);
        assertThat(Samples.of(List.of(Duration.ofMillis(7))).percentile(1)).isEqualTo(7);
    }

    @Test
    void nothingMeasuredIsAFailureAndNotAZero() {
        assertThatThrownBy(() -> Samples.of(List.of())).isInstanceOf(MeasureFailure.class);
    }

    @Test
    void readsWhatTheLoadToolWritesAtTheEnd() {
        Load load = Load.parse(Stream.of("Running 10s test @ http://localhost:1", "maestro-bench 20000 10000000 3500 21000 0 0"));

        assertThat(load.perSecond()).isEqualTo(2000);
        assertThat(load.p50()).isEqualTo(3.5);
        assertThat(load.p99()).isEqualTo(21);
    }

    @Test
    void refusedRequestsAreNoAnswers() {
        Load load = Load.parse(Stream.of("maestro-bench 20000 10000000 3500 21000 5000 0"));

        assertThat(load.perSecond()).isEqualTo(1500);
        assertThatThrownBy(load::requireAnswered).isInstanceOf(MeasureFailure.class).hasMessageContaining("5000 were refused");
    }

    @Test
    void aFewLostRequestsOfManyDoNotSpoilAMeasurement() {
        assertThat(new Load(100_000, 10, 1, 2, 50, 50).requireAnswered().requests()).isEqualTo(100_000);
        assertThatThrownBy(() -> new Load(0, 10, 0, 0, 0, 0).requireAnswered()).isInstanceOf(MeasureFailure.class);
    }

    @Test
    void saysWhenTheLoadToolEndedWithoutAResult() {
        assertThatThrownBy(() -> Load.parse(Stream.of("unable to connect"))).isInstanceOf(MeasureFailure.class);
    }

    @Test
    void readsTheRateOfPgbench() {
        assertThat(Pgbench.rate("latency average = 9.4 ms\ntps = 3403.123456 (without initial connection time)\n")).isEqualTo(3403.123456);
        assertThatThrownBy(() -> Pgbench.rate("")).isInstanceOf(MeasureFailure.class);
    }

    @Test
    void aCallIsOneLineAndIsNotPrintedWithItsToken() {
        Call call = Call.post("/v1/secrets", "{\"name\":\"N_@N@\"}").as("canary-token");

        assertThat(call.line()).isEqualTo(
                "POST\t/v1/secrets\tAuthorization: Bearer canary-token\u001fContent-Type: application/json\t{\"name\":\"N_@N@\"}");
        assertThat(call).hasToString("POST /v1/secrets");
        assertThatThrownBy(() -> Call.post("/", "a\nb")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void tellsHowMuchMemoryThisProgramTakes() {
        long self = ProcessHandle.current().pid();

        assertThat(Memory.resident(self)).isGreaterThan(10);
        assertThat(Memory.together(Stream.of(self))).isGreaterThan(10).isLessThanOrEqualTo(Memory.resident(self) * 1.2);
    }

    @Test
    void aFailedCommandSaysWhy() {
        var failing = new Command(List.of("sh", "-c", "echo trouble; exit 3"), java.util.Map.of());

        assertThatThrownBy(() -> failing.run(Duration.ofSeconds(10))).isInstanceOf(MeasureFailure.class).hasMessageContaining("trouble");
    }
}
