package ai.igent.maestro.contracts.internal;

import ai.igent.maestro.vocabulary.SessionId;

/**
 * Asks an owner service for the values a grant names. The grant is a bearer statement: it is not printed.
 *
 * @param session whose grant is meant; may be null when the grant is for one session
 */
public record ResolveRequest(String grant, SessionId session) {
    @Override
    public String toString() {
        return "ResolveRequest[grant]";
    }
}
