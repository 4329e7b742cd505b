package ai.igent.maestro.session.standing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;

import ai.igent.maestro.audittrail.Originator;
import ai.igent.maestro.idempotency.Attempt;
import ai.igent.maestro.session.activation.ConsentDuration;
import ai.igent.maestro.session.candidate.Candidate;
import ai.igent.maestro.session.candidate.Candidates;
import ai.igent.maestro.session.membership.Confirmer;
import ai.igent.maestro.session.membership.Memberships;
import ai.igent.maestro.session.request.Proposal;
import ai.igent.maestro.session.request.ProposedActivation;
import ai.igent.maestro.session.request.RequestFailure;
import ai.igent.maestro.vocabulary.Owner;

/** Takes a person's consent in advance. What exactly they agree to is what the owner services say now. */
@ApplicationScoped
class GiveConsent {
    private static final Duration SHORTEST = Duration.ofMinutes(1);

    private final Candidates candidates;
    private final Memberships memberships;
    private final KeepConsent keepConsent;
    private final StandingConfig config;
    private final Clock clock;

    GiveConsent(Candidates candidates, Memberships memberships, KeepConsent keepConsent, StandingConfig config, Clock clock) {
        this.candidates = candidates;
        this.memberships = memberships;
        this.keepConsent = keepConsent;
        this.config = config;
        this.clock = clock;
    }

    Uni<StandingConsent> of(NewConsent wish, Confirmer confirmer, Attempt attempt, Originator originator) {
        if (!confirmer.person().interactive()) return Uni.createFrom().failure(RequestFailure.NotInteractive::new);
        return keepConsent.once(attempt, confirmer, () -> candidates.ofIds(wish.activate())
                .chain(described -> give(wish, described, confirmer, attempt, originator)));
    }

    @WithTransaction
    Uni<StandingConsent> give(NewConsent wish, List<Candidate> described, Confirmer confirmer, Attempt attempt, Originator originator) {
        return memberships.ownersFor(confirmer)
                .map(owners -> agreed(wish, described, confirmer, owners))
                .invoke(proposal -> requireTimely(wish, proposal))
                .chain(proposal -> keepConsent.of(wish, proposal, confirmer, attempt, originator));
    }

    /** What somebody else owns is unknown here; what an organization owns, is a member's to agree to. */
    private static Proposal agreed(NewConsent wish, List<Candidate> described, Confirmer confirmer, Set<Owner> owners) {
        Set<Owner> ofSessions = wish.organization() == null
                ? Set.of(confirmer.person().owner())
                : Set.of(confirmer.person().owner(), Owner.organization(wish.organization()));
        var proposal = AgreedSet.of(wish, described.stream().filter(candidate -> ofSessions.contains(candidate.owner())).toList());
        if (!proposal.activate().stream().map(ProposedActivation::owner).allMatch(owners::contains)) throw new RequestFailure.NotAMember();
        return proposal;
    }

    private void requireTimely(NewConsent wish, Proposal proposal) {
        boolean shared = proposal.activate().stream().anyMatch(item -> item.owner().kind() == Owner.Kind.ORGANIZATION);
        Duration longest = shared ? ConsentDuration.LONGEST_OF_ORGANIZATION : config.longest();
        Instant now = clock.instant();
        if (wish.until().isBefore(now.plus(SHORTEST)) || wish.until().isAfter(now.plus(longest)))
            throw new StandingFailure.Untimely(longest);
    }
}
