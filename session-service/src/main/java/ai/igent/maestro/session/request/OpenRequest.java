package ai.igent.maestro.session.request;

import java.security.SecureRandom;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import ai.igent.maestro.audittrail.Originator;
import ai.igent.maestro.session.activation.ActiveSet;
import ai.igent.maestro.vocabulary.IdSource;
import ai.igent.maestro.vocabulary.RequestId;

/** Makes a proposal the one open request of its session. Belongs into the transaction that holds the session's lock. */
@ApplicationScoped
class OpenRequest {
    private final RequestRepository requests;
    private final RequestEvents events;
    private final IdSource ids;
    private final SecureRandom randomness;
    private final PauseAfterDenials pause;

    OpenRequest(RequestRepository requests, RequestEvents events, IdSource ids, SecureRandom randomness, PauseAfterDenials pause) {
        this.requests = requests;
        this.events = events;
        this.ids = ids;
        this.randomness = randomness;
        this.pause = pause;
    }

    /** Fails with {@link RequestFailure.TooSoon} while an agent has to wait after denials. */
    Uni<ActivationRequest> of(Proposal proposal, ActivationRequest.Asker asker, ActiveSet set, Originator originator) {
        return pause.heed(set.session().id(), asker, set.now()).chain(() -> inPlaceOfTheOpen(proposal, asker, set, originator));
    }

    /** The same where it is no new wish that asks for the person's attention. */
    Uni<ActivationRequest> inPlaceOfTheOpen(Proposal proposal, ActivationRequest.Asker asker, ActiveSet set, Originator originator) {
        var content = RequestContent.of(proposal, Assessment.of(proposal, set));
        var request = ActivationRequest.propose(RequestId.of(ids.next()), set.session().id(), asker, content, Nonce.random(randomness),
                set.now());
        return requests.supersedeOpen(set.session().id())
                .chain(() -> requests.persist(request))
                .call(() -> events.requested(set.session(), request, originator));
    }
}
