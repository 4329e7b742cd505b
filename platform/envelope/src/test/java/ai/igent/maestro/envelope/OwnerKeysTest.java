package ai.igent.maestro.envelope;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

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

    /** The store as a map, as atomic as the table's unique index. */
    static final class Memory implements DataKeyStore {
        final Map<Owner, WrappedDataKey> current = new ConcurrentHashMap<>();

        @Override
        public Uni<Optional<WrappedDataKey>> current(Owner owner) {
            return Uni.createFrom().item(() -> Optional.ofNullable(current.get(owner)));
        }

        @Override
        public Uni<Optional<WrappedDataKey>> find(DataKeyId id) {
            return Uni.createFrom().item(() -> current.values().stream().filter(key -> key.id().equals(id)).findAny());
        }

        @Override
        public Uni<Void> offer(WrappedDataKey key) {
            return Uni.createFrom().item(() -> current.putIfAbsent(key.owner(), key)).replaceWithVoid();
        }
    }
}
