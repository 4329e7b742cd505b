package ai.igent.maestro.session.standing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import ai.igent.maestro.session.activation.ConsentDuration;
import ai.igent.maestro.session.candidate.CandidateId;
import ai.igent.maestro.vocabulary.VariableName;

/**
 * What somebody wants to agree to in advance: that these become active when a session of {@code agent} begins, until then.
 *
 * @param organization of the sessions, or null for sessions without one
 * @param variables the variable for some of them
 * @param duration how long they stay active in a session
 */
record NewConsent(String agent, String organization, List<CandidateId> activate, Map<CandidateId, VariableName> variables,
        Duration duration,
        Instant until) {
    NewConsent {
        activate = activate.stream().distinct().toList();
        variables = variables == null ? Map.of() : Map.copyOf(variables);
        duration = duration == null ? ConsentDuration.USUAL : duration;
        ConsentDuration.check(duration);
    }
}
