package ai.igent.maestro.envelope;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

import org.junit.jupiter.api.Test;

import io.smallrye.mutiny.Uni;

import ai.igent.maestro.vocabulary.Owner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CachingDataKeysTest extends DataKeysContract {
    private static final Duration LIFE = Duration.ofMinutes(5);

    private final LocalKeyRing ring = LocalKeys.ring();
    private final Counting service = new Counting(ring);
    private final AdvancingClock clock = new AdvancingClock();
    private final DataKeys cached = new CachingDataKeys(service, 2, LIFE, clock);

    @Override
    DataKeys keys() {
        return cached;
    }

    @Override
    WrappingKey wrappingKey() {
        return ring;
    }

    @Override
    DataKeys foreignKeys() {
        return LocalKeys.ring();
    }

    @Test
    void theKeyServiceIsAskedOncePerCacheLife() {
        var key = service.create(Owner.user("alice")).await().indefinitely().wrapped();
        for (int i = 0; i < 3; i++)
            cached.unwrap(key).await().indefinitely().close();

        assertThat(service.unwrapped).isEqualTo(1);
    }

    @Test
    void aKeyJustCreatedIsNotUnwrappedAgain() {
        var key = cached.create(Owner.user("alice")).await().indefinitely().wrapped();
        cached.unwrap(key).await().indefinitely();

        assertThat(service.unwrapped).isZero();
    }

    @Test
    void afterItsLifeAKeyIsWipedAndAskedForAgain() {
        var key = cached.create(Owner.user("alice")).await().indefinitely().wrapped();
        clock.advance(LIFE.plusSeconds(1));
        cached.unwrap(key).await().indefinitely();

        assertThat(service.unwrapped).isEqualTo(1);
    }

    @Test
    void noMoreKeysThanItsSizeAreHeld() {
        var keys = new WrappedDataKey[10];
        for (int i = 0; i < keys.length; i++)
            keys[i] = cached.create(Owner.user("user-" + i)).await().indefinitely().wrapped();

        for (var key : keys)
            cached.unwrap(key).await().indefinitely();

        assertThat(service.unwrapped).isGreaterThanOrEqualTo(8);
    }

    @Test
    void aRowWithAnotherOwnerIsNotAnsweredFromMemory() {
        var key = cached.create(Owner.user("alice")).await().indefinitely().wrapped();
        var moved = new WrappedDataKey(key.id(), Owner.user("mallory"), key.keyVersion(), key.ciphertext());

        assertThatThrownBy(() -> cached.unwrap(moved).await().indefinitely()).isInstanceOf(EnvelopeFailure.SealBroken.class);
    }

    /** Counts what reaches the key service. */
    private static final class Counting implements DataKeys {
        private final DataKeys keys;
        private int unwrapped;

        Counting(DataKeys keys) {
            this.keys = keys;
        }

        @Override
        public Uni<DataKey> create(Owner owner) {
            return keys.create(owner);
        }

        @Override
        public Uni<DataKey> unwrap(WrappedDataKey wrapped) {
            unwrapped++;
            return keys.unwrap(wrapped);
        }

        @Override
        public Uni<WrappedDataKey> rewrap(WrappedDataKey wrapped) {
            return keys.rewrap(wrapped);
        }
    }

    private static final class AdvancingClock extends Clock {
        private Instant now = Instant.parse("2026-01-01T00:00:00Z");

        void advance(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
