package ai.igent.maestro.contracts.internal;

/** Asks an owner service for the values a grant names. The grant is a bearer statement: it is not printed. */
public record ResolveRequest(String grant) {
    @Override
    public String toString() {
        return "ResolveRequest[grant]";
    }
}
