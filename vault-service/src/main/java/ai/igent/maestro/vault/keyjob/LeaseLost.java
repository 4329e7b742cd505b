package ai.igent.maestro.vault.keyjob;

/** Another replica took the job over: whatever this one was about to store is not stored. */
final class LeaseLost extends RuntimeException {
    private static final long serialVersionUID = 1;

    LeaseLost() {
        super("another replica has the job", null, false, false);
    }
}
