package ai.igent.maestro.envelope;

/** A key service outside this process, which is used instead of the local key ring when it is configured. */
public interface ExternalKeyService {
    boolean isConfigured();

    /**
     * Asks nobody: a service starts without its key service, and is not ready until that answers.
     *
     * @throws IllegalStateException naming the property that is missing or wrong
     */
    KeyService open();
}
