package ai.igent.maestro.session.request;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import ai.igent.maestro.session.candidate.CandidateId;
import ai.igent.maestro.vocabulary.RequestId;
import ai.igent.maestro.vocabulary.SessionId;

/** What a session's user is being asked right now. */
@ApplicationScoped
public class WaitingRequests {
    private final RequestRepository requests;
    private final Clock clock;

    WaitingRequests(RequestRepository requests, Clock clock) {
        this.requests = requests;
        this.clock = clock;
    }

    /** The caller has made sure that whoever asks may know. */
    public Uni<Optional<Waiting>> of(SessionId session) {
        return requests.list(session, null, 1).map(newest -> newest.stream().filter(this::waits).map(WaitingRequests::waiting).findFirst());
    }

    private boolean waits(ActivationRequest request) {
        return request.statusAt(clock.instant()) == RequestStatus.PROPOSED;
    }

    private static Waiting waiting(ActivationRequest request) {
        return new Waiting(request.id(), request.content().proposal().activate().stream().map(ProposedActivation::id).toList());
    }

    /** A request that waits for a decision, and what it would activate. */
    public record Waiting(RequestId id, List<CandidateId> activate) {
        public Waiting {
            activate = List.copyOf(activate);
        }
    }
}
