package ai.igent.maestro.contracts.internal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The answers in the order of the questions. Null is one that needs more than the others, or has no grant for an answer: ask it alone. Nothing is on
 * record of it yet.
 */
public record GrantAnswers(List<GrantAnswer> answers) {
    public GrantAnswers {
        answers = Collections.unmodifiableList(new ArrayList<>(answers));
    }
}
