package ai.igent.maestro.session.standing;

import java.time.Clock;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

import ai.igent.maestro.audittrail.Originator;
import ai.igent.maestro.session.activation.ActivationRepository;
import ai.igent.maestro.session.activation.ActiveSets;
import ai.igent.maestro.session.activation.EndReason;
import ai.igent.maestro.vocabulary.ConsentId;
import ai.igent.maestro.vocabulary.SessionId;
import ai.igent.maestro.web.identity.Caller;

/**
 * Revokes consent in advance and ends what is active by it. The revocation is committed first: a session that begins afterwards sees it, and one that
 * used the consent before had its row locked until what it activated was committed, so that it is found here. Doing it again ends what is left.
 */
@ApplicationScoped
class RevokeConsent {
    private final StandingConsentRepository consents;
    private final ActivationRepository activations;
    private final ActiveSets sets;
    private final StandingEvents events;
    private final Clock clock;

    RevokeConsent(StandingConsentRepository consents, ActivationRepository activations, ActiveSets sets, StandingEvents events,
            Clock clock) {
        this.consents = consents;
        this.activations = activations;
        this.sets = sets;
        this.events = events;
        this.clock = clock;
    }

    /** Once this has succeeded, no grant names what was active by it. */
    Uni<Void> of(ConsentId id, Caller.Person person, Originator originator) {
        return revoke(id, person, originator).chain(() -> activations.sessionsBy(id)).chain(sessions -> endIn(sessions, id, originator));
    }

    @WithTransaction
    Uni<Void> revoke(ConsentId id, Caller.Person person, Originator originator) {
        return consents.requireForUpdate(id, person).chain(
                consent -> consent.revoke(clock.instant()) ? events.revoked(consent, originator) : Uni.createFrom().voidItem());
    }

    private Uni<Void> endIn(List<SessionId> sessions, ConsentId id, Originator originator) {
        return Multi.createFrom().iterable(sessions).onItem().transformToUniAndConcatenate(session -> end(session, id, originator))
                .collect()
                .last().replaceWithVoid();
    }

    @WithTransaction
    Uni<Long> end(SessionId session, ConsentId id, Originator originator) {
        return sets.lock(session).invoke(set -> set.end(activation -> activation.isBy(id), EndReason.CONSENT_REVOKED))
                .chain(set -> sets.store(set, originator));
    }
}
