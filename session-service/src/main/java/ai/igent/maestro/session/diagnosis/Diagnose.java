package ai.igent.maestro.session.diagnosis;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import ai.igent.maestro.session.activity.SeeActivity;
import ai.igent.maestro.session.candidate.CandidateFailure;
import ai.igent.maestro.session.candidate.Candidates;
import ai.igent.maestro.session.report.BundleFailureRepository;
import ai.igent.maestro.session.request.WaitingRequests;
import ai.igent.maestro.vocabulary.SessionId;
import ai.igent.maestro.web.identity.Caller;

/** Gathers what is known, one question after the other, and examines it. */
@ApplicationScoped
class Diagnose {
    private final SeeActivity activities;
    private final Candidates candidates;
    private final WaitingRequests waiting;
    private final PastRepository past;
    private final BundleFailureRepository failures;
    private final Clock clock;

    Diagnose(SeeActivity activities, Candidates candidates, WaitingRequests waiting, PastRepository past,
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
                .chain(activity -> waiting.of(id).map(request -> Facts.of(activity, Optional.of(List.of()), request, clock.instant())))
                .chain(facts -> described(facts, asked))
                .chain(facts -> past.last(id, asked.ids(facts)).map(facts::with))
                .chain(facts -> failures.of(id).map(facts::with))
                .map(facts -> Diagnosis.of(facts, asked));
    }

    /** Names are looked for among everything, and all is asked of what was meant alone. That an owner service is away is part of the diagnosis. */
    private Uni<Facts> described(Facts facts, Asked asked) {
        return named(facts, asked).chain(named -> candidates.ofIds(asked.idsWith(named)).map(named::detailed))
                .onFailure(CandidateFailure.OwnerServiceAway.class).recoverWithItem(facts::withoutOwners);
    }

    private Uni<Facts> named(Facts facts, Asked asked) {
        return asked.isByName() ? candidates.named(facts.session().owners()).map(facts::detailed) : Uni.createFrom().item(facts);
    }
}
