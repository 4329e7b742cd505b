package ai.igent.maestro.session.revocation;

import java.util.Comparator;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

import ai.igent.maestro.session.SessionService;
import ai.igent.maestro.session.activation.ActivationRepository;
import ai.igent.maestro.session.activation.ActiveSets;
import ai.igent.maestro.session.activation.EndReason;
import ai.igent.maestro.session.candidate.CandidateId;
import ai.igent.maestro.vocabulary.SessionId;

/**
 * Ends what was confirmed for an epoch before {@code epoch}. Hearing the same again, or something older later, ends nothing more. Belongs into a
 * transaction; sessions are locked in the order of their ids, so that two of these cannot wait for each other.
 */
@ApplicationScoped
class EndEarlierConsent {
    private final ActivationRepository activations;
    private final ActiveSets sets;

    EndEarlierConsent(ActivationRepository activations, ActiveSets sets) {
        this.activations = activations;
        this.sets = sets;
    }

    Uni<Void> of(CandidateId id, long epoch) {
        return activations.sessionsWithEarlierConsent(id, epoch).chain(sessions -> endIn(sessions, id, epoch));
    }

    private Uni<Void> endIn(List<SessionId> sessions, CandidateId id, long epoch) {
        return Multi.createFrom().iterable(sessions.stream().sorted(Comparator.comparing(SessionId::text)).toList())
                .onItem().transformToUniAndConcatenate(session -> endIn(session, id, epoch)).collect().last().replaceWithVoid();
    }

    private Uni<Long> endIn(SessionId session, CandidateId id, long epoch) {
        return sets.lock(session)
                .invoke(set -> set.end(activation -> activation.candidate().equals(id) && activation.epoch() < epoch,
                        EndReason.CHANGED_AT_OWNER))
                .chain(set -> sets.store(set, SessionService.ITSELF));
    }
}
