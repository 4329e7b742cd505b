package ai.igent.maestro.session.deactivation;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import ai.igent.maestro.session.activation.Activation;
import ai.igent.maestro.session.activation.ActiveSet;
import ai.igent.maestro.session.candidate.CandidateId;
import ai.igent.maestro.session.catalog.Catalog;
import ai.igent.maestro.session.phrase.Phrase;
import ai.igent.maestro.session.phrase.PhraseReader;

/** What is to be deactivated. */
sealed interface What {
    record Everything() implements What {}

    record Ids(Set<CandidateId> ids) implements What {}

    record Spoken(Phrase phrase) implements What {}

    /** Selects among what is active; what is not active is not selected, and that is no failure. */
    default Predicate<Activation> among(ActiveSet set, Catalog catalog, PhraseReader reader) {
        return switch (this) {
            case Everything all -> activation -> true;
            case Ids named -> activation -> named.ids().contains(activation.candidate());
            case Spoken spoken -> matching(spoken.phrase(), set, catalog, reader);
        };
    }

    private static Predicate<Activation> matching(Phrase phrase, ActiveSet set, Catalog catalog, PhraseReader reader) {
        var reading = reader.read(phrase, catalog, List.of(), set.active().map(Activation::asCandidate).toList());
        Set<CandidateId> matched = reading.deactivate().stream().map(match -> match.candidate().id()).collect(Collectors.toSet());
        return activation -> matched.contains(activation.candidate());
    }
}
