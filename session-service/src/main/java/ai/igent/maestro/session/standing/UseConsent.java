package ai.igent.maestro.session.standing;

import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;

import ai.igent.maestro.audittrail.Originator;
import ai.igent.maestro.session.activation.ActiveSet;
import ai.igent.maestro.session.activation.ActiveSets;
import ai.igent.maestro.session.activation.ConsentDuration;
import ai.igent.maestro.session.candidate.Candidate;
import ai.igent.maestro.session.membership.Memberships;
import ai.igent.maestro.session.request.Assessment;
import ai.igent.maestro.session.request.Proposal;
import ai.igent.maestro.session.request.ProposedActivation;
import ai.igent.maestro.session.session.Session;
import ai.igent.maestro.session.standing.UseConsents.Used;
import ai.igent.maestro.vocabulary.ConsentId;
import ai.igent.maestro.vocabulary.Owner;

/** Uses one consent in one session, all of it or nothing, under the locks of the session and then of the consent. */
@ApplicationScoped
class UseConsent {
    private final StandingConsentRepository consents;
    private final ConsentUseRepository uses;
    private final Memberships memberships;
    private final ActiveSets sets;
    private final StandingEvents events;

    UseConsent(StandingConsentRepository consents, ConsentUseRepository uses, Memberships memberships, ActiveSets sets,
            StandingEvents events) {
        this.consents = consents;
        this.uses = uses;
        this.memberships = memberships;
        this.sets = sets;
        this.events = events;
    }

    @WithTransaction
    Uni<Used> of(Session session, ConsentId id, List<Candidate> described, Originator originator) {
        return sets.lock(session.id()).chain(set -> once(id, set, originator, () -> consents.requireForUpdate(id)
                .chain(consent -> use(consent, consent.proposal().refreshed(described, set), set))));
    }

    @WithTransaction
    Uni<Used> withoutOwners(Session session, ConsentId id, Originator originator) {
        return sets.lock(session.id()).chain(set -> once(id, set, originator, () -> Uni.createFrom().item(Usage.OWNER_AWAY)));
    }

    /**
     * Two may try it in one session: the platform asks again before it is answered. The second finds here what came of the first, and brings nothing
     * back that was deactivated since.
     */
    private Uni<Used> once(ConsentId id, ActiveSet set, Originator originator, Supplier<Uni<Usage>> use) {
        return uses.outcome(id, set.session().id()).chain(earlier -> earlier.filter(Usage::isFinal)
                .map(outcome -> sets.store(set, originator).map(revision -> new Used(id, outcome)))
                .orElseGet(() -> use.get().call(outcome -> sets.store(set, originator))
                        .chain(outcome -> note(id, outcome, set, originator))));
    }

    private Uni<Usage> use(StandingConsent consent, Proposal now, ActiveSet set) {
        return isMember(consent, now).map(member -> outcome(consent, now, set, member))
                .invoke(outcome -> {
                    if (outcome == Usage.ACTIVATED) activate(consent, now, set);
                });
    }

    private static Usage outcome(StandingConsent consent, Proposal now, ActiveSet set, boolean member) {
        boolean over = consent.statusAt(set.now()) != ConsentStatus.ACTIVE || !set.session().isActiveAt(set.now());
        if (over) return Usage.CONSENT_OVER;
        if (!consent.covers(now) || now.activate().stream().anyMatch(ProposedActivation::isProduction)) return Usage.SET_CHANGED;
        if (!member) return Usage.NOT_A_MEMBER;
        if (Assessment.tooMany(now, set)) return Usage.TOO_MANY_ACTIVE;
        return Assessment.conflicts(now, set).isEmpty() ? Usage.ACTIVATED : Usage.VARIABLE_CONFLICT;
    }

    /** Whether the person has not left, since the consent was given, the organization that owns some of it. */
    private Uni<Boolean> isMember(StandingConsent consent, Proposal now) {
        boolean shared = now.activate().stream().anyMatch(item -> item.owner().kind() == Owner.Kind.ORGANIZATION);
        return shared
                ? memberships.leftSince(consent.user(), consent.provenAt()).map(left -> !left.contains(consent.organization()))
                : Uni.createFrom().item(true);
    }

    private static void activate(StandingConsent consent, Proposal proposal, ActiveSet set) {
        for (var item : proposal.activate())
            set.give(item.consentedInAdvance(consent.user(), consent.id(), end(consent, proposal, item, set)));
    }

    /** Nothing outlives the consent it is active by. */
    private static Instant end(StandingConsent consent, Proposal proposal, ProposedActivation item, ActiveSet set) {
        Instant end = ConsentDuration.end(set.now(), proposal.duration(), item.owner(), set.session());
        return end.isBefore(consent.activeUntil()) ? end : consent.activeUntil();
    }

    private Uni<Used> note(ConsentId id, Usage outcome, ActiveSet set, Originator originator) {
        return uses.note(id, set.session().id(), outcome, set.now())
                .chain(() -> consents.requireForUpdate(id))
                .chain(consent -> events.used(consent, set.session().id(), outcome, originator))
                .map(told -> new Used(id, outcome));
    }
}
