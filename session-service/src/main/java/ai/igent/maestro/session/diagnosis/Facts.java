package ai.igent.maestro.session.diagnosis;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import ai.igent.maestro.session.activation.Activation;
import ai.igent.maestro.session.activity.Activity;
import ai.igent.maestro.session.candidate.Candidate;
import ai.igent.maestro.session.candidate.CandidateId;
import ai.igent.maestro.session.report.BundleFailure;
import ai.igent.maestro.session.request.WaitingRequests;
import ai.igent.maestro.session.session.Session;

/**
 * What is known of a session and its owners' things at one moment.
 *
 * @param described empty when an owner service did not answer: then nothing is known of what they own
 * @param past how things that were active before ended
 */
record Facts(Activity activity, Optional<List<Candidate>> described, Optional<WaitingRequests.Waiting> waiting,
        Map<CandidateId, Past> past, List<BundleFailure> failures, Instant now) {
    static Facts of(Activity activity, Optional<List<Candidate>> described, Optional<WaitingRequests.Waiting> waiting, Instant now) {
        return new Facts(activity, described, waiting, Map.of(), List.of(), now);
    }

    Facts with(Map<CandidateId, Past> ends) {
        return new Facts(activity, described, waiting, ends, failures, now);
    }

    Facts with(List<BundleFailure> failed) {
        return new Facts(activity, described, waiting, past, failed, now);
    }

    /** With all that is to be said of some things; what an owner knows and did not name, such as something deleted, is known by it too. */
    Facts detailed(List<Candidate> details) {
        Map<CandidateId, Candidate> byId = new LinkedHashMap<>();
        described.orElse(List.of()).forEach(candidate -> byId.put(candidate.id(), candidate));
        details.stream().filter(candidate -> session().owners().contains(candidate.owner()))
                .forEach(candidate -> byId.put(candidate.id(), candidate));
        return new Facts(activity, Optional.of(List.copyOf(byId.values())), waiting, past, failures, now);
    }

    Facts withoutOwners() {
        return new Facts(activity, Optional.empty(), waiting, past, failures, now);
    }

    Session session() {
        return activity.session();
    }

    Optional<Activation> active(CandidateId id) {
        return activity.of(id);
    }

    boolean isWaitedFor(CandidateId id) {
        return waitedFor().contains(id);
    }

    List<CandidateId> waitedFor() {
        return waiting.map(WaitingRequests.Waiting::activate).orElse(List.of());
    }

    /** Why it was left out of the revision that holds now. */
    Optional<BundleFailure> failure(CandidateId id) {
        return failures.stream().filter(failure -> failure.revision() == session().revision() && failure.candidate().equals(id.text()))
                .findFirst();
    }

    boolean somethingFailedNow() {
        return failures.stream().anyMatch(failure -> failure.revision() == session().revision());
    }

    /** Everything there is to diagnose: what the owners describe and, as it was confirmed, what else is active. */
    List<Candidate> known() {
        List<Candidate> owned = described.orElse(List.of());
        var ids = owned.stream().map(Candidate::id).collect(Collectors.toSet());
        return Stream.concat(owned.stream(),
                activity.active().stream().filter(activation -> !ids.contains(activation.candidate())).map(Activation::asCandidate))
                .toList();
    }

    boolean describes(CandidateId id) {
        return described.orElse(List.of()).stream().anyMatch(candidate -> candidate.id().equals(id));
    }
}
