package ai.igent.maestro.session.request;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import ai.igent.maestro.session.activation.Activation;
import ai.igent.maestro.session.activity.Activity;
import ai.igent.maestro.session.activity.SeeActivity;
import ai.igent.maestro.session.candidate.CandidateId;
import ai.igent.maestro.session.session.SessionFailure;
import ai.igent.maestro.session.session.SessionStatus;
import ai.igent.maestro.vocabulary.RequestId;
import ai.igent.maestro.vocabulary.VariableName;
import ai.igent.maestro.web.identity.Caller;

/** How far a request has come, from the question to the sandbox. */
@ApplicationScoped
class RequestProgress {
    private final SeeActivity activities;
    private final RequestRepository requests;
    private final Clock clock;

    RequestProgress(SeeActivity activities, RequestRepository requests, Clock clock) {
        this.activities = activities;
        this.requests = requests;
        this.clock = clock;
    }

    /** @param request an id of this agent's session; null for its newest request, if there is one */
    Uni<Progress> of(Caller.Agent agent, String request) {
        RequestId wanted = request == null ? null : new RequestId(request);
        return activities.require(agent.session(), agent)
                .chain(activity -> found(agent, wanted).map(found -> progress(activity, found, agent)));
    }

    private Uni<List<ActivationRequest>> found(Caller.Agent agent, RequestId wanted) {
        if (wanted == null) return requests.list(agent.session(), null, 1);
        return requests.require(wanted, agent).map(List::of).invoke(found -> requireOwn(found.getFirst(), agent));
    }

    private static void requireOwn(ActivationRequest request, Caller.Agent agent) {
        if (!request.session().equals(agent.session())) throw new SessionFailure.NotFound();
    }

    private Progress progress(Activity activity, List<ActivationRequest> found, Caller.Agent agent) {
        var session = activity.session();
        Instant now = clock.instant();
        return new Progress(session.statusAt(now), session.revision(), session.appliedRevision(),
                found.isEmpty() ? null : RequestView.of(found.getFirst(), agent, now), activity.active().stream().map(Active::of).toList());
    }

    /** {@code request} is null when nothing was asked for yet. */
    record Progress(SessionStatus session, long revision, long appliedRevision, RequestView request, List<Active> active) {}

    record Active(CandidateId id, String name, VariableName variable, Instant activeUntil) {
        static Active of(Activation activation) {
            return new Active(activation.candidate(), activation.name(), activation.variable(), activation.activeUntil());
        }
    }
}
