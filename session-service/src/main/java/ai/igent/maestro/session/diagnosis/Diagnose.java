package ai.igent.maestro.session.diagnosis;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import ai.igent.maestro.session.activity.Activity;
import ai.igent.maestro.session.activity.ActivityRepository;
import ai.igent.maestro.session.candidate.Candidate;
import ai.igent.maestro.session.candidate.CandidateFailure;
import ai.igent.maestro.session.candidate.Candidates;
import ai.igent.maestro.session.report.BundleFailureRepository;
import ai.igent.maestro.session.request.WaitingRequests;
import ai.igent.maestro.vocabulary.SessionId;
import ai.igent.maestro.web.identity.Caller;

/** Gathers what is known, one question after the other, and examines it. */
@ApplicationScoped
class Diagnose {
    private final ActivityRepository activities;
    private final Candidates candidates;
    private final WaitingRequests waiting;
    private final PastRepository past;
    private final BundleFailureRepository failures;
    private final Clock clock;

    Diagnose(ActivityRepository activities, Candidates candidates, WaitingRequests waiting, PastRepository past,
            BundleFailureRepository failures, Clock clock) {
        this.activities = activities;
        this.candidates = candidates;
        this.waiting = waiting;
        this.past = past;
        this.failures = failures;
        this.clock = clock;
    }

    /** For the session's user or its agent. */
    Uni<Diagnosis> of(SessionId id, Caller caller, Asked asked) {
        return activities.require(id, caller)
                .chain(activity -> described(activity).chain(described -> facts(activity, described, asked)))
                .map(facts -> Diagnosis.of(facts, asked));
    }

    /** Empty when an owner service is away: that is part of the diagnosis. */
    private Uni<Optional<List<Candidate>>> described(Activity activity) {
        return candidates.ofOwners(activity.session().owners()).map(Optional::of).onFailure(CandidateFailure.class)
                .recoverWithItem(Optional.empty());
    }

    private Uni<Facts> facts(Activity activity, Optional<List<Candidate>> described, Asked asked) {
        SessionId id = activity.session().id();
        return waiting.of(id)
                .map(request -> Facts.of(activity, described, request, clock.instant()))
                .chain(facts -> past.last(id, asked.ids(facts)).map(facts::with))
                .chain(facts -> failures.of(id).map(facts::with));
    }
}
