package ai.igent.maestro.envelope;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;

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
    protected DataKeys keys() {
        return cached;
    }

    @Override
    protected WrappingKey wrappingKey() {
        return ring;
    }

    @Override
    protected DataKeys foreignKeys() {
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

    @Test
    void howeverManyMissAKeyAtOnceTheKeyServiceIsAskedOnceAndEachHasAKeyOfItsOwn() {
        var key = ring.create(Owner.user("alice")).await().indefinitely().wrapped();
        var slow = new Gated(ring);
        var shared = new CachingDataKeys(slow, 2, LIFE, clock);
        var waiting = IntStream.range(0, 20).mapToObj(i -> shared.unwrap(key).subscribeAsCompletionStage()).toList();

        slow.open();

        var unwrapped = waiting.stream().map(CompletableFuture::join).toList();
        assertThat(slow.asked).hasValue(1);
        unwrapped.getFirst().close();
        assertThat(unwrapped.stream().skip(1)).allSatisfy(other -> assertThat(other.copy()).isPresent());
    }

    @Test
    void aFailureIsToldToAllWhoWaitAndNotRemembered() {
        var key = ring.create(Owner.user("alice")).await().indefinitely().wrapped();
        var slow = new Gated(ring);
        var shared = new CachingDataKeys(slow, 2, LIFE, clock);
        var waiting = IntStream.range(0, 5).mapToObj(i -> shared.unwrap(key).subscribeAsCompletionStage()).toList();

        slow.fail(new EnvelopeFailure.KeysUnavailable(null));

        assertThat(waiting).allSatisfy(each -> assertThat(each).isCompletedExceptionally());
        slow.open();
        assertThat(shared.unwrap(key).await().indefinitely().wrapped()).isEqualTo(key);
    }

    @Test
    void whoWaitsOnAContextIsAnsweredOnIt() throws Exception {
        var key = ring.create(Owner.user("alice")).await().indefinitely().wrapped();
        var slow = new Gated(ring);
        var shared = new CachingDataKeys(slow, 2, LIFE, clock);
        var vertx = Vertx.vertx();
        try {
            var answers = IntStream.range(0, 4).mapToObj(i -> answeredOnItsContext(vertx.getOrCreateContext(), shared.unwrap(key)))
                    .toList();
            slow.awaitAsked();
            slow.open();
            for (var answer : answers)
                assertThat(answer.get(10, TimeUnit.SECONDS)).isTrue();
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
        }
    }

    private static CompletableFuture<Boolean> answeredOnItsContext(Context context, Uni<DataKey> call) {
        var answered = new CompletableFuture<Boolean>();
        context.runOnContext(now -> call.subscribe().with(key -> answered.complete(Vertx.currentContext() == context),
                answered::completeExceptionally));
        return answered;
    }

    /** A key service that answers when the test says so. */
    private static final class Gated implements DataKeys {
        private final DataKeys keys;
        private final AtomicInteger asked = new AtomicInteger();
        private volatile CompletableFuture<Void> gate = new CompletableFuture<>();

        Gated(DataKeys keys) {
            this.keys = keys;
        }

        void open() {
            gate.complete(null);
        }

        void fail(Throwable failure) {
            var closed = gate;
            gate = new CompletableFuture<>();
            closed.completeExceptionally(failure);
        }

        void awaitAsked() {
            while (asked.get() == 0)
                Thread.onSpinWait();
        }

        @Override
        public Uni<DataKey> create(Owner owner) {
            return keys.create(owner);
        }

        @Override
        public Uni<DataKey> unwrap(WrappedDataKey wrapped) {
            return Uni.createFrom().completionStage(() -> {
                asked.incrementAndGet();
                return gate;
            }).chain(() -> keys.unwrap(wrapped));
        }

        @Override
        public Uni<WrappedDataKey> rewrap(WrappedDataKey wrapped) {
            return keys.rewrap(wrapped);
        }
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
