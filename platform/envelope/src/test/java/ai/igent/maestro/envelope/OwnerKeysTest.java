package ai.igent.maestro.envelope;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import io.smallrye.mutiny.Uni;

import ai.igent.maestro.vocabulary.Owner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class OwnerKeysTest {
    private static final Owner ALICE = Owner.user("alice");

    private final Memory store = new Memory();
    private final OwnerKeys keys = new OwnerKeys(store, LocalKeys.ring());

    @Test
    void anOwnersFirstKeyIsMadeAndKept() {
        var first = keys.of(ALICE).await().indefinitely().wrapped();

        assertThat(keys.of(ALICE).await().indefinitely().wrapped()).isEqualTo(first);
        assertThat(store.current).containsOnlyKeys(ALICE);
    }

    @Test
    void everyOwnerHasItsOwnKey() {
        assertThat(keys.of(ALICE).await().indefinitely().wrapped().id())
                .isNotEqualTo(keys.of(Owner.organization("alice")).await().indefinitely().wrapped().id());
    }

    @Test
    void concurrentFirstCallsAllGetTheKeyThatWasStored() {
        keys.of(Owner.user("bob")).await().indefinitely(); // Mutiny sets itself up on first use, and not for several threads at once
        var ids = IntStream.range(0, 64).parallel().mapToObj(i -> keys.of(ALICE).await().indefinitely().wrapped().id()).distinct();

        assertThat(ids).hasSize(1);
    }

    @Test
    void aDestroyedKeyIsGone() {
        var id = keys.of(ALICE).await().indefinitely().wrapped().id();
        store.current.clear();

        assertThatThrownBy(() -> keys.of(ALICE, id).await().indefinitely()).isInstanceOf(EnvelopeFailure.KeyGone.class);
    }

    @Test
    void anotherOwnersKeyIsGoneToo() {
        var id = keys.of(ALICE).await().indefinitely().wrapped().id();

        assertThatThrownBy(() -> keys.of(Owner.user("bob"), id).await().indefinitely()).isInstanceOf(EnvelopeFailure.KeyGone.class);
    }

    @Test
    void aLentKeyIsWipedAfterItsUse() {
        var lent = keys.with(ALICE, key -> key).await().indefinitely();

        assertThatThrownBy(() -> lent.derive(DataKey.Use.SEAL, "AES")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aLentKeyIsWipedWhenItsUseFails() {
        var lent = new DataKey[1];
        var failing = keys.with(ALICE, key -> {
            lent[0] = key;
            throw new IllegalArgumentException();
        });

        assertThatThrownBy(() -> failing.await().indefinitely()).isInstanceOf(IllegalArgumentException.class);
        assertThat(lent[0].copy()).isEmpty();
    }

    @Test
    void aKeyLentForAWhileIsWipedWhenThatEnds() {
        var lent = new DataKey[1];
        keys.during(ALICE, key -> {
            lent[0] = key;
            return Uni.createFrom().item(() -> key.copy().isPresent()).invoke(usable -> assertThat(usable).isTrue());
        }).await().indefinitely();

        assertThat(lent[0].copy()).isEmpty();
    }

    @Test
    void aKeyLentForAWhileIsWipedWhenItsUseFails() {
        var lent = new DataKey[1];
        var failing = keys.during(ALICE, key -> {
            lent[0] = key;
            throw new IllegalArgumentException();
        });

        assertThatThrownBy(() -> failing.await().indefinitely()).isInstanceOf(IllegalArgumentException.class);
        assertThat(lent[0].copy()).isEmpty();
    }

    @Test
    void aRenewedOwnerHasAnotherCurrentKeyAndKeepsTheEarlierOne() {
        var old = keys.of(ALICE).await().indefinitely().wrapped();

        keys.renew(old).await().indefinitely();

        assertThat(keys.of(ALICE).await().indefinitely().wrapped().id()).isNotEqualTo(old.id());
        assertThat(keys.of(ALICE, old.id()).await().indefinitely().wrapped()).isEqualTo(old);
    }

    @Test
    void renewingTwiceFromTheSameKeyRenewsOnce() {
        var old = keys.of(ALICE).await().indefinitely().wrapped();
        keys.renew(old).await().indefinitely();
        var current = keys.of(ALICE).await().indefinitely().wrapped();

        keys.renew(old).await().indefinitely();

        assertThat(keys.of(ALICE).await().indefinitely().wrapped()).isEqualTo(current);
    }

    @Test
    void everyKeyIsLentWithTheCurrentOneFirstAndWipedAfterwards() {
        var old = keys.of(ALICE).await().indefinitely().wrapped();
        keys.renew(old).await().indefinitely();
        var current = keys.of(ALICE).await().indefinitely().wrapped();

        var lent = keys.withEvery(ALICE, key -> key).await().indefinitely();

        assertThat(lent).extracting(key -> key.wrapped().id()).containsExactly(current.id(), old.id());
        assertThat(lent).allSatisfy(key -> assertThat(key.copy()).isEmpty());
    }

    @Test
    void aRetiredKeyThatDoesNotUnwrapIsNotLentAndHoldsNobodyUp() {
        keys.renew(keys.of(ALICE).await().indefinitely().wrapped()).await().indefinitely();
        var retired = store.retired.getFirst();
        store.retired.set(0, new WrappedDataKey(retired.id(), ALICE, 1, "local:changed"));

        assertThat(keys.withEvery(ALICE, key -> key.wrapped().id()).await().indefinitely()).hasSize(1).doesNotContain(retired.id());
    }

    /** The store in memory, as atomic as the table's unique index. */
    static final class Memory implements DataKeyStore {
        final Map<Owner, WrappedDataKey> current = new ConcurrentHashMap<>();
        final List<WrappedDataKey> retired = new CopyOnWriteArrayList<>();

        @Override
        public Uni<Optional<WrappedDataKey>> current(Owner owner) {
            return Uni.createFrom().item(() -> Optional.ofNullable(current.get(owner)));
        }

        @Override
        public Uni<Optional<WrappedDataKey>> find(DataKeyId id) {
            return Uni.createFrom().item(() -> Stream.concat(current.values().stream(), retired.stream())
                    .filter(key -> key.id().equals(id)).findAny());
        }

        @Override
        public Uni<List<WrappedDataKey>> retired(Owner owner) {
            return Uni.createFrom().item(() -> retired.stream().filter(key -> key.owner().equals(owner)).toList());
        }

        @Override
        public Uni<Void> offer(WrappedDataKey key) {
            return Uni.createFrom().item(() -> current.putIfAbsent(key.owner(), key)).replaceWithVoid();
        }

        @Override
        public Uni<Void> succeed(WrappedDataKey old, WrappedDataKey next) {
            return Uni.createFrom().item(() -> {
                if (current.replace(old.owner(), old, next)) retired.addFirst(old);
                return null;
            });
        }
    }
}
