package ai.igent.maestro.session.activation;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

import ai.igent.maestro.envelope.DataKey;
import ai.igent.maestro.envelope.DataKeyId;
import ai.igent.maestro.envelope.EnvelopeFailure;
import ai.igent.maestro.envelope.OwnerKeys;
import ai.igent.maestro.session.SessionService;

/**
 * This service's own data keys, kept in memory: sets are sealed inside transactions, where no key service may be asked. Until a key is at hand, what
 * needs it fails like anything that needs a key service that is away; a key that was asked for in vain is fetched by the next look.
 */
@ApplicationScoped
class SealKeys {
    private static final Logger LOG = Logger.getLogger(SealKeys.class);

    private final OwnerKeys keys;
    private final Map<DataKeyId, DataKey> held = new ConcurrentHashMap<>();
    private final Set<DataKeyId> missed = ConcurrentHashMap.newKeySet();
    private volatile DataKeyId current;

    SealKeys(OwnerKeys keys) {
        this.keys = keys;
    }

    /** The key to seal with; it stays this object's. Fails with {@link EnvelopeFailure.KeysUnavailable}. */
    DataKey current() {
        if (current == null) throw new EnvelopeFailure.KeysUnavailable(null);
        return held.get(current);
    }

    /** The key that something was sealed under; it stays this object's. Fails with {@link EnvelopeFailure.KeysUnavailable}. */
    DataKey require(DataKeyId id) {
        DataKey key = held.get(id);
        if (key != null) return key;
        missed.add(id);
        throw new EnvelopeFailure.KeysUnavailable(null);
    }

    /** Fetches the current key where there is none yet. Remote: call it outside any transaction. */
    Uni<Void> ready() {
        return current != null ? Uni.createFrom().voidItem() : fetchCurrent();
    }

    @Scheduled(every = "{maestro.session.seal.every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> look() {
        return fetchCurrent().chain(this::fetchMissed)
                .onFailure().invoke(away -> LOG.warnf("the keys of seals cannot be fetched now: %s", away.getClass().getName()))
                .onFailure().recoverWithNull();
    }

    private Uni<Void> fetchCurrent() {
        return keys.of(SessionService.OWNER).invoke(this::keepAsCurrent).replaceWithVoid();
    }

    private Uni<Void> fetchMissed() {
        return Multi.createFrom().iterable(Set.copyOf(missed)).onItem().transformToUniAndConcatenate(this::fetch).collect().last()
                .replaceWithVoid();
    }

    /** One that does not exist was never a key of this service: what claims to be sealed under it, is not. */
    private Uni<Void> fetch(DataKeyId id) {
        return keys.of(SessionService.OWNER, id).invoke(key -> keep(id, key)).replaceWithVoid()
                .onFailure(EnvelopeFailure.KeyGone.class).recoverWithNull();
    }

    private void keepAsCurrent(DataKey key) {
        keep(key.wrapped().id(), key);
        current = key.wrapped().id();
    }

    private void keep(DataKeyId id, DataKey key) {
        missed.remove(id);
        if (held.putIfAbsent(id, key) != null) key.close();
    }

    @PreDestroy
    void wipe() {
        held.values().forEach(DataKey::close);
    }
}
