package ai.igent.maestro.session.request;

import java.util.List;

import ai.igent.maestro.session.candidate.CandidateId;
import ai.igent.maestro.vocabulary.VariableName;

/** Things that would claim one variable. */
record Conflict(VariableName variable, List<CandidateId> ids, List<String> names) {
    Conflict {
        ids = List.copyOf(ids);
        names = List.copyOf(names);
    }
}
