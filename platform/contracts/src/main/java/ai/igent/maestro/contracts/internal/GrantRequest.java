package ai.igent.maestro.contracts.internal;

import ai.igent.maestro.vocabulary.InvalidWord;
import ai.igent.maestro.vocabulary.Purpose;

/** The injector's question before it hands anything out. {@code have} is the revision of its live build, null when it has none. */
public record GrantRequest(Purpose purpose, Long have) {
    public GrantRequest {
        if (purpose == null) throw new InvalidWord("purpose is missing");
    }
}
