package ai.igent.maestro.session.standing;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import ai.igent.maestro.audittrail.Originator;
import ai.igent.maestro.idempotency.Attempt;
import ai.igent.maestro.idempotency.Idempotency;
import ai.igent.maestro.session.membership.Confirmer;
import ai.igent.maestro.session.request.Proposal;
import ai.igent.maestro.vocabulary.ConsentId;
import ai.igent.maestro.vocabulary.IdSource;

/** Stores consent in advance, once for each attempt, on record. */
@ApplicationScoped
class KeepConsent {
    private final StandingConsentRepository consents;
    private final StandingEvents events;
    private final Idempotency idempotency;
    private final StandingConfig config;
    private final IdSource ids;
    private final Clock clock;

    KeepConsent(StandingConsentRepository consents, StandingEvents events, Idempotency idempotency, StandingConfig config, IdSource ids,
            Clock clock) {
        this.consents = consents;
        this.events = events;
        this.idempotency = idempotency;
        this.config = config;
        this.ids = ids;
        this.clock = clock;
    }

    /** An attempt that was made before gives the consent it made then, as it is now. */
    Uni<StandingConsent> once(Attempt attempt, Confirmer confirmer, Supplier<Uni<StandingConsent>> first) {
        return idempotency.once(attempt, first, made -> consents.require(new ConsentId(made.getFirst()), confirmer.person()));
    }

    /** Belongs into a transaction. */
    Uni<StandingConsent> of(NewConsent wish, Proposal proposal, Confirmer confirmer, Attempt attempt, Originator originator) {
        Instant now = clock.instant();
        var consent = StandingConsent.give(ConsentId.of(ids.next()), wish, proposal, confirmer, now);
        return consents.countLive(consent.user(), consent.agent(), now).invoke(this::requireRoom)
                .chain(() -> idempotency.record(attempt, List.of(consent.id().text())))
                .chain(() -> consents.persist(consent))
                .call(() -> events.given(consent, originator));
    }

    private void requireRoom(long live) {
        if (live >= config.perAgent()) throw new StandingFailure.TooMany();
    }
}
