package ai.igent.maestro.session.deactivation;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import ai.igent.maestro.session.activation.Activation;
import ai.igent.maestro.session.activation.ActiveSet;
import ai.igent.maestro.session.candidate.CandidateId;
import ai.igent.maestro.session.catalog.Catalog;
import ai.igent.maestro.session.phrase.Hint;
import ai.igent.maestro.session.phrase.Phrase;
import ai.igent.maestro.session.phrase.PhraseReader;

/** What is to be deactivated. */
sealed interface What {
    record Everything() implements What {}

    record Ids(Set<CandidateId> ids) implements What {}

    record Spoken(Phrase phrase) implements What {}

    /** Selects among what is active; what is not active is not selected, and that is no failure. */
    default Chosen among(ActiveSet set, Catalog catalog, PhraseReader reader) {
        return switch (this) {
            case Everything all -> new Chosen(activation -> true, Set.of());
            case Ids named -> new Chosen(activation -> named.ids().contains(activation.candidate()), Set.of());
            case Spoken spoken -> matching(spoken.phrase(), set, catalog, reader);
        };
    }

    /** In "use aws and turn everything else off" aws is one of the active things, too: nothing else can be meant here. */
    private static Chosen matching(Phrase phrase, ActiveSet set, Catalog catalog, PhraseReader reader) {
        var active = set.active().map(Activation::asCandidate).toList();
        var reading = reader.read(phrase, catalog, active, active);
        Set<CandidateId> matched = reading.deactivate().stream().map(match -> match.candidate().id()).collect(Collectors.toSet());
        return new Chosen(activation -> matched.contains(activation.candidate()), reading.hints());
    }

    /** What is to end, and what there is to say about the words that chose it. */
    record Chosen(Predicate<Activation> these, Set<Hint> hints) {
        /** The hints that say why less may end than was meant, in their order. */
        List<Hint> warnings() {
            return hints.stream().filter(Hint.OF_TAKING_AWAY::contains).sorted().toList();
        }
    }
}
