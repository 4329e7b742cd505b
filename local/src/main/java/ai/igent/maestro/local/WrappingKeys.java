package ai.igent.maestro.local;

import java.util.Map;

/** Starts what wraps the data keys, as far as it is the stack's own, and tells services about it. */
final class WrappingKeys implements AutoCloseable {
    private final Options options;
    private final StateFolder state;
    private KeyKeeper keeper;
    private VaultPart vault;

    WrappingKeys(Options options, StateFolder state) {
        this.options = options;
        this.state = state;
    }

    /**
     * @param port for a Vault of the stack's own
     * @return whether there is one
     */
    synchronized boolean start(int port) {
        keeper = KeyKeeper.chosen(options, state);
        keeper.keepIn(state);
        if (keeper == KeyKeeper.OWN_VAULT)
            vault = VaultPart.start(options, state, port);
        return vault != null;
    }

    /** Of a service that seals. */
    synchronized Map<String, String> of(Part service) {
        return switch (keeper) {
            case KEY_RINGS -> Map.of("MAESTRO_ENVELOPE_KEY_RING_FILE", state.keyRing(service).toString(),
                    "MAESTRO_ENVELOPE_LOCAL_KEY_RING_ALLOWED", "true");
            case OWN_VAULT -> vault.environment(service);
            case OTHER_VAULT -> options.otherVault();
        };
    }

    synchronized void stopVault() {
        vault.stop();
    }

    synchronized void restartVault() {
        vault.restart();
    }

    @Override
    public synchronized void close() {
        if (vault != null)
            vault.close();
    }
}
