package ai.igent.maestro.session.request;

import java.time.Instant;
import java.util.List;

import ai.igent.maestro.contracts.internal.Described;
import ai.igent.maestro.session.activation.Consent;
import ai.igent.maestro.session.candidate.Candidate;
import ai.igent.maestro.session.candidate.CandidateId;
import ai.igent.maestro.vocabulary.ConsentId;
import ai.igent.maestro.vocabulary.DeliveryMode;
import ai.igent.maestro.vocabulary.Environment;
import ai.igent.maestro.vocabulary.Owner;
import ai.igent.maestro.vocabulary.SecretKind;
import ai.igent.maestro.vocabulary.VariableName;

/**
 * Something to activate, as it is shown. {@code variableChosen}: the request names the variable, so that a change of the thing's own default does
 * not change it.
 */
public record ProposedActivation(CandidateId id, Owner owner, String name, VariableName variable, boolean variableChosen, SecretKind kind,
        DeliveryMode mode, String integration, String account, Environment environment, long epoch, List<Described.Warning> warnings,
        String why) {
    public ProposedActivation {
        warnings = List.copyOf(warnings);
    }

    /** @param chosen the variable the request names, or null for the candidate's own */
    public static ProposedActivation of(Candidate candidate, VariableName chosen, String why) {
        return new ProposedActivation(candidate.id(), candidate.owner(), candidate.name(), chosen == null ? candidate.variable() : chosen,
                chosen != null, candidate.kind(), DeliveryMode.VALUE, candidate.integration(), candidate.account(), candidate.environment(),
                candidate.epoch(), candidate.warnings(), why);
    }

    /** The same wish for the thing as it is now. */
    ProposedActivation refreshed(Candidate now) {
        return of(now, variableChosen ? variable : null, why);
    }

    Consent confirmedBy(String subject, Instant until) {
        return consent(subject, null, until);
    }

    public Consent consentedInAdvance(String subject, ConsentId consent, Instant until) {
        return consent(subject, consent, until);
    }

    private Consent consent(String subject, ConsentId inAdvance, Instant until) {
        return new Consent(id, owner, name, variable, kind, mode, integration, account, environment, epoch, subject, inAdvance, until);
    }

    public boolean isProduction() {
        return environment == Environment.PRODUCTION;
    }
}
