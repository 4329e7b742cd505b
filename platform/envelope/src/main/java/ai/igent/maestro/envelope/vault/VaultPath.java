package ai.igent.maestro.envelope.vault;

/** What may stand in a path of Vault's API without changing its meaning. */
final class VaultPath {
    static final String SAFE = "[A-Za-z0-9][A-Za-z0-9_/.-]*";

    private VaultPath() {}
}
