package ai.igent.maestro.session.phrase;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a phrase selects. With {@code choices} it is not complete: somebody has to choose before anything can be confirmed. */
public record Reading(List<Match> activate, List<Match> deactivate, List<Choice> choices, Optional<Duration> duration, Set<Hint> hints) {
    /** How many activations one phrase may select: what a person can look through, and what a request by ids may have. */
    static final int MOST = 100;

    public Reading {
        activate = List.copyOf(activate);
        deactivate = List.copyOf(deactivate);
        choices = List.copyOf(choices);
        hints = Set.copyOf(hints);
    }

    public boolean isAmbiguous() {
        return !choices.isEmpty();
    }

    public boolean matchesNothing() {
        return choices.isEmpty() && activate.isEmpty() && deactivate.isEmpty();
    }
}
