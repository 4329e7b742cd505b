package ai.igent.maestro.oauth.release;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import ai.igent.maestro.envelope.DataKey;
import ai.igent.maestro.envelope.DataKeyId;

/** The data keys of one release, fetched before its transaction. Keys that are gone are not among them. Closing wipes all. */
final class OpenKeys implements AutoCloseable {
    private final Map<DataKeyId, DataKey> keys = new ConcurrentHashMap<>();

    void add(DataKey key) {
        keys.put(key.wrapped().id(), key);
    }

    Optional<DataKey> find(DataKeyId id) {
        return Optional.ofNullable(keys.get(id));
    }

    @Override
    public void close() {
        keys.values().forEach(DataKey::close);
    }
}
