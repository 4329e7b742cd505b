package ai.igent.maestro.session.request;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;

import ai.igent.maestro.audittrail.Originator;
import ai.igent.maestro.session.SessionService;
import ai.igent.maestro.session.activation.ActiveSet;
import ai.igent.maestro.session.activation.ActiveSets;
import ai.igent.maestro.session.candidate.Candidate;
import ai.igent.maestro.session.candidate.Candidates;
import ai.igent.maestro.session.membership.Confirmer;
import ai.igent.maestro.session.membership.Memberships;
import ai.igent.maestro.session.session.SessionFailure;
import ai.igent.maestro.vocabulary.RequestId;
import ai.igent.maestro.vocabulary.SessionId;

/**
 * Puts into force exactly what a person was shown. The owner services are asked before the transaction; under the session's lock the proposal is
 * made anew from their answers and what is active, and must hash to what was shown. Otherwise nothing changes but the request: a fresh one takes
 * its place, and that is committed before {@link RequestFailure.SetChanged} is thrown.
 */
@ApplicationScoped
class ConfirmRequest {
    private final RequestRepository requests;
    private final Candidates candidates;
    private final ActiveSets sets;
    private final OpenRequest openRequest;
    private final RequestEvents events;
    private final Memberships memberships;

    ConfirmRequest(RequestRepository requests, Candidates candidates, ActiveSets sets, OpenRequest openRequest, RequestEvents events,
            Memberships memberships) {
        this.requests = requests;
        this.candidates = candidates;
        this.sets = sets;
        this.openRequest = openRequest;
        this.events = events;
        this.memberships = memberships;
    }

    /** Every refusal is on record before it is answered. */
    Uni<Confirmed> of(RequestId id, Confirmer confirmer, Confirmation confirmation, Originator originator) {
        return requests.require(id, confirmer.person())
                .chain(request -> confirm(request, confirmer, confirmation, originator)
                        .onFailure().call(failure -> recordRefusal(request, failure, originator)));
    }

    private Uni<Confirmed> confirm(ActivationRequest request, Confirmer confirmer, Confirmation confirmation, Originator originator) {
        if (!confirmer.person().interactive()) return Uni.createFrom().failure(RequestFailure.NotInteractive::new);
        return sets.ready()
                .chain(() -> candidates.ofIds(request.content().proposal().activatedIds()))
                .chain(described -> decide(new Decision(request.session(), request.id(), confirmer, confirmation, described), originator))
                .map(ConfirmRequest::confirmedOrChanged);
    }

    private Uni<Void> recordRefusal(ActivationRequest request, Throwable failure, Originator originator) {
        return Refusal.code(failure).map(code -> events.confirmationRefused(request, code, originator))
                .orElseGet(Uni.createFrom()::voidItem);
    }

    @WithTransaction
    Uni<Verdict> decide(Decision decision, Originator originator) {
        return sets.lock(decision.session())
                .chain(set -> requests.require(decision.id())
                        .invoke(request -> requireOpen(request, set, decision.confirmation()))
                        .chain(request -> decide(decision, request, set, originator)));
    }

    private Uni<Verdict> decide(Decision decision, ActivationRequest request, ActiveSet set, Originator originator) {
        var now = request.content().proposal().refreshed(decision.described(), set);
        String hash = SetHash.of(request.session(), now);
        boolean unchanged = request.wasShownAs(hash) && hash.equals(decision.confirmation().setHash());
        return unchanged ? putIntoForce(decision, now, request, set, originator) : replace(now, request, set, originator);
    }

    private Uni<Verdict> putIntoForce(Decision decision, Proposal proposal, ActivationRequest request, ActiveSet set,
            Originator originator) {
        var acknowledged = decision.confirmation().acknowledged();
        return memberships.ownersFor(decision.confirmer())
                .invoke(owners -> Requirements.check(proposal, Assessment.of(proposal, set), acknowledged, owners))
                .invoke(() -> request.confirm(decision.confirmer().subject(), set.now()))
                .invoke(() -> PutIntoForce.of(proposal, set, decision.confirmer().subject()))
                .chain(() -> sets.store(set, originator))
                .call(revision -> events.confirmed(set.session(), request, acknowledged, originator))
                .map(revision -> new Verdict.InForce(new Confirmed(request.session(), revision)));
    }

    private Uni<Verdict> replace(Proposal now, ActivationRequest request, ActiveSet set, Originator originator) {
        return sets.store(set, SessionService.ITSELF)
                .chain(() -> events.refused(set.session(), request, "set-changed", originator))
                .chain(() -> openRequest.inPlaceOfTheOpen(now, request.asker(), set, originator))
                .map(fresh -> new Verdict.Changed(RequestView.forUser(fresh, set.now())));
    }

    private static void requireOpen(ActivationRequest request, ActiveSet set, Confirmation confirmation) {
        if (!set.session().isActiveAt(set.now())) throw new SessionFailure.Over();
        request.requireOpenAt(set.now());
        if (!request.hasNonce(confirmation.nonce())) throw new RequestFailure.WrongNonce();
    }

    private static Confirmed confirmedOrChanged(Verdict verdict) {
        return switch (verdict) {
            case Verdict.InForce inForce -> inForce.confirmed();
            case Verdict.Changed changed -> throw new RequestFailure.SetChanged(changed.fresh());
        };
    }

    /** What is known before the lock is taken. */
    record Decision(SessionId session, RequestId id, Confirmer confirmer, Confirmation confirmation, List<Candidate> described) {}

    /** What was committed. */
    sealed interface Verdict {
        record InForce(Confirmed confirmed) implements Verdict {}

        record Changed(RequestView fresh) implements Verdict {}
    }

    /** The revision that has what was confirmed. */
    record Confirmed(SessionId session, long revision) {}
}
