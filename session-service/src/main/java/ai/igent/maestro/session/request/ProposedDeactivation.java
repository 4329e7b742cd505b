package ai.igent.maestro.session.request;

import ai.igent.maestro.session.activation.Activation;
import ai.igent.maestro.session.candidate.Candidate;
import ai.igent.maestro.session.candidate.CandidateId;
import ai.igent.maestro.vocabulary.Environment;
import ai.igent.maestro.vocabulary.VariableName;

/** Something active that is to end with the confirmation, as it is shown. */
public record ProposedDeactivation(CandidateId id, String name, VariableName variable, Environment environment, String why) {
    static ProposedDeactivation of(Activation activation, String why) {
        return of(activation.asCandidate(), why);
    }

    static ProposedDeactivation of(Candidate active, String why) {
        return new ProposedDeactivation(active.id(), active.name(), active.variable(), active.environment(), why);
    }
}
