package ai.igent.maestro.contracts.internal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What was released against each of several grants, in their order. Null is one that needs more than the others, or is not to be resolved: ask it
 * alone. Nothing is on record of it yet.
 */
public record ResolvedGrants(List<Resolved> answers) {
    public ResolvedGrants {
        answers = Collections.unmodifiableList(new ArrayList<>(answers));
    }
}
