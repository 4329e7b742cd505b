package ai.igent.maestro.session.request;

import java.util.List;

import ai.igent.maestro.session.candidate.CandidateId;
import ai.igent.maestro.vocabulary.VariableName;

/** Things that would claim one variable. */
public record Conflict(VariableName variable, List<CandidateId> ids, List<String> names) {
    public Conflict {
        ids = List.copyOf(ids);
        names = List.copyOf(names);
    }
}
