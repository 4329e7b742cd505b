package ai.igent.maestro.session.standing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;

import ai.igent.maestro.session.candidate.CandidateId;
import ai.igent.maestro.session.request.ProposedActivation;
import ai.igent.maestro.vocabulary.ConsentId;
import ai.igent.maestro.vocabulary.Environment;
import ai.igent.maestro.vocabulary.Owner;
import ai.igent.maestro.vocabulary.SecretKind;
import ai.igent.maestro.vocabulary.SessionId;
import ai.igent.maestro.vocabulary.VariableName;

/** Consent in advance, as the person who gave it sees it. {@code uses} are the latest, and stand where one consent is shown. */
record StandingConsentView(ConsentId id, String agent, String organization, ConsentStatus status, List<Item> activate, Duration duration,
        Instant until, Instant createdAt, Instant revokedAt, @JsonInclude(JsonInclude.Include.NON_NULL) List<Use> uses) {
    record Item(CandidateId id, String name, VariableName variable, SecretKind kind, String integration, String account,
            Environment environment, Owner owner) {
        static Item of(ProposedActivation item) {
            return new Item(item.id(), item.name(), item.variable(), item.kind(), item.integration(), item.account(), item.environment(),
                    item.owner());
        }
    }

    record Use(SessionId session, Usage outcome, Instant at) {
        static Use of(ConsentUse use) {
            return new Use(use.session(), use.outcome(), use.usedAt());
        }
    }

    static StandingConsentView of(StandingConsent consent, Instant now) {
        return new StandingConsentView(consent.id(), consent.agent(), consent.organization(), consent.statusAt(now),
                consent.proposal().activate().stream().map(Item::of).toList(), consent.proposal().duration(), consent.activeUntil(),
                consent.createdAt(), consent.revokedAt(), null);
    }

    StandingConsentView with(List<ConsentUse> latest) {
        return new StandingConsentView(id, agent, organization, status, activate, duration, until, createdAt, revokedAt,
                latest.stream().map(Use::of).toList());
    }
}
