package ai.igent.maestro.egress;

import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import io.quarkus.runtime.configuration.MemorySize;

/** Limits short enough to test. */
record FixedEgress(List<String> ranges) implements EgressConfig {
    static final int MAX_ANSWER = 2000;

    @Override
    public Optional<List<String>> allowedRanges() {
        return Optional.of(ranges);
    }

    @Override
    public Optional<List<String>> nameServers() {
        return Optional.empty();
    }

    @Override
    public Duration connectTimeout() {
        return Duration.ofMillis(500);
    }

    @Override
    public Duration callTimeout() {
        return Duration.ofMillis(800);
    }

    @Override
    public MemorySize maxAnswer() {
        return new MemorySize(BigInteger.valueOf(MAX_ANSWER));
    }
}
