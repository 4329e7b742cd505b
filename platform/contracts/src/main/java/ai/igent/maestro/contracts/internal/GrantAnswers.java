package ai.igent.maestro.contracts.internal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The answers in the order of the questions. Null is one that needs more than the others, or has no grant for an answer: ask it alone. Nothing is on
 * record of it yet.
 *
 * @param shared where grants were signed together, the answers without one that have theirs here; null in answers of before
 */
public record GrantAnswers(List<GrantAnswer> answers, List<Shared> shared) {
    public GrantAnswers {
        answers = Collections.unmodifiableList(new ArrayList<>(answers));
        shared = shared == null ? List.of() : List.copyOf(shared);
    }

    /** Each answer with its grant, also where several have theirs in one signature. */
    public List<GrantAnswer> whole() {
        List<GrantAnswer> whole = new ArrayList<>(answers);
        for (Shared each : shared)
            each.answers().forEach(place -> whole.set(place, whole.get(place).with(each.grant())));
        return whole;
    }

    /** One signature for several sessions. {@code answers}: the places of those it is for, from 0. Not printed: the grant is a bearer statement. */
    public record Shared(String grant, List<Integer> answers) {
        public Shared {
            answers = List.copyOf(answers);
        }

        @Override
        public String toString() {
            return "Shared[answers=" + answers + "]";
        }
    }
}
