package ai.igent.maestro.session.request;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import ai.igent.maestro.session.candidate.CandidateId;
import ai.igent.maestro.session.phrase.Phrase;
import ai.igent.maestro.vocabulary.InvalidWord;
import ai.igent.maestro.vocabulary.VariableName;

/** What somebody asks for. {@code duration} is null where nothing was said. */
sealed interface Wish {
    Duration duration();

    /** Exactly these. {@code variables} names the variable for some of what is to be activated. */
    record ByIds(List<CandidateId> activate, List<CandidateId> deactivate, Map<CandidateId, VariableName> variables,
            Duration duration) implements Wish {
        public ByIds {
            activate = activate.stream().distinct().toList();
            deactivate = deactivate.stream().distinct().toList();
            variables = Map.copyOf(variables);
            if (!activate.containsAll(variables.keySet())) throw new InvalidWord("variables are for ids to activate, and for no others");
        }
    }

    /** What the phrase selects. */
    record ByPhrase(Phrase phrase, Duration duration) implements Wish {}
}
